package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.dialect.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Every dialect and every catalogue is total.
class AnyAnswerTest {

    @Property(tries = 1_500)
    void everySequenceOfBytesGetsAVerdict(
            @ForAll Platform platform, @ForAll byte[] body, @ForAll @IntRange(min = 100, max = 599) int status) {
        assertThat(verdict(platform, body, status)).isNotNull();
    }

    @Property(tries = 1_500)
    void everyMessageGetsAVerdictWithSteps(
            @ForAll Platform platform, @ForAll String message, @ForAll("codes") Object code) {
        Map<String, Object> error = Map.of("code", code, "message", message);
        for (Object body : List.of(error, Map.of("error", error), Map.of("errors", List.of(error)))) {
            byte[] bytes = Bodies.JSON.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8);

            if (verdict(platform, bytes, 400) instanceof Verdict.Failing(Diagnosis diagnosis)) {
                assertThat(diagnosis.steps()).isNotEmpty().noneMatch(String::isBlank);
                assertThat(diagnosis.title()).isNotBlank().doesNotContain("{", "[[");
            }
        }
    }

    @Property(tries = 1_500)
    void aDamagedBodyGetsAVerdictAndACutOneIsNeverHealthy(
            @ForAll("recorded") Bodies.Labelled recorded, @ForAll int at, @ForAll byte other) {
        Answer answer = recorded.answer();
        byte[] bytes = answer.body().clone();
        if (bytes.length == 0) {
            return;
        }
        bytes[Math.floorMod(at, bytes.length)] = other;
        assertThat(verdict(answer.platform(), bytes, 200)).isNotNull();

        byte[] cut = Arrays.copyOf(answer.body(), Math.floorMod(at, bytes.length));
        assertThat(verdict(answer.platform(), cut, 200)).isInstanceOf(Verdict.Failing.class);
    }

    @Property(tries = 30)
    void hugeBodiesAreReadInBoundedTime(@ForAll Platform platform, @ForAll("fillers") String filler) {
        String huge = filler.repeat((1 << 20) / filler.length());
        assertThat(verdict(platform, huge.getBytes(StandardCharsets.UTF_8), 200))
                .isInstanceOf(Verdict.Failing.class);
        String message = Bodies.json(Map.of("error", Map.of("code", 40002, "message", huge)));
        assertThat(verdict(platform, message.getBytes(StandardCharsets.UTF_8), 400))
                .isInstanceOf(Verdict.Failing.class);
    }

    @Property(tries = 500)
    void whereAnyBytesComeFromIsGuessedOrNot(@ForAll byte[] body) {
        assertThat(Diagnostician.bundled().guess(Sample.of(Optional.empty(), Map.of(), body)))
                .isNotNull();
    }

    @Provide
    Arbitrary<Object> codes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 70_000).asGeneric(),
                Arbitraries.strings().ofMaxLength(30).asGeneric(),
                Arbitraries.doubles().asGeneric());
    }

    @Provide
    Arbitrary<Bodies.Labelled> recorded() {
        return Arbitraries.of(Bodies.corpora());
    }

    @Provide
    Arbitrary<String> fillers() {
        return Arbitraries.of(
                "[",
                "{\"a\":",
                "no permission to ",
                "a",
                "<",
                "\"\\",
                "\u0000",
                "error ",
                "9",
                "<a>",
                "&a=b",
                "token ",
                "AADSTS1 ");
    }

    private static Verdict verdict(Platform platform, byte[] body, int status) {
        return Diagnostician.bundled()
                .diagnose(
                        new Answer(
                                platform,
                                Optional.of("/open_api/v1.3/campaign/get/"),
                                Optional.of(status),
                                Optional.empty(),
                                Map.of(),
                                body),
                        Circumstances.unknown());
    }
}
