package io.adskull.diagnosis.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Bodies;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AnyAnswerTest {

    @Property(tries = 300)
    void everySequenceOfBytesGetsAVerdict(@ForAll byte[] body, @ForAll @IntRange(min = 100, max = 599) int status) {
        assertThat(verdict(body, status)).isInstanceOf(Verdict.Failing.class);
    }

    @Property(tries = 300)
    void everyMessageGetsAVerdictWithSteps(@ForAll String message, @ForAll("codes") Object code) {
        String body = Bodies.json(Map.of("code", code, "message", message));

        Verdict verdict = verdict(body.getBytes(StandardCharsets.UTF_8), 200);

        if (verdict instanceof Verdict.Failing failing) {
            assertThat(failing.diagnosis().steps()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(failing.diagnosis().title()).isNotBlank().doesNotContain("{", "[[");
        }
    }

    @Property(tries = 300)
    void aDamagedEnvelopeGetsAVerdict(@ForAll("bodies") String body, @ForAll int at, @ForAll byte other) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(at, bytes.length)] = other;
        assertThat(verdict(bytes, 200)).isNotNull();
        assertThat(verdict(Arrays.copyOf(bytes, Math.floorMod(at, bytes.length)), 200))
                .isInstanceOf(Verdict.Failing.class);
    }

    @Property(tries = 3)
    void hugeBodiesAreReadInBoundedTime(@ForAll("fillers") String filler) {
        String huge = filler.repeat((2 << 20) / filler.length());
        assertThat(verdict(huge.getBytes(StandardCharsets.UTF_8), 200)).isInstanceOf(Verdict.Failing.class);
        String message = Bodies.json(Map.of("code", 40002, "message", huge));
        assertThat(verdict(message.getBytes(StandardCharsets.UTF_8), 200)).isInstanceOf(Verdict.Failing.class);
    }

    @Provide
    Arbitrary<Object> codes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 70_000).asGeneric(),
                Arbitraries.strings().ofMaxLength(30).asGeneric(),
                Arbitraries.doubles().asGeneric());
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(Bodies.corpus().stream()
                .map(labelled -> new String(labelled.answer().body(), StandardCharsets.UTF_8))
                .toList());
    }

    @Provide
    Arbitrary<String> fillers() {
        return Arbitraries.of("[", "{\"a\":", "no permission to ", "a", "<", "\"\\", "\u0000", "error ", "9");
    }

    private static Verdict verdict(byte[] body, int status) {
        return Diagnostician.bundled()
                .diagnose(
                        new Answer(
                                Platform.TIKTOK,
                                Optional.of("/open_api/v1.3/campaign/get/"),
                                Optional.of(status),
                                Optional.empty(),
                                Map.of(),
                                body),
                        Circumstances.unknown());
    }
}
