package io.adskull.poller.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.adskull.contract.response.ApiResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
    private static final Giver SERVICE = new Giver.Service("campaign editor/1");
    private static final AnswerJson GOOD = AnswerJson.of("tiktok/7012345678901234567");

    private final ReadAnswers read = new ReadAnswers(() -> NOW);

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheContract() {
        ApiResponse answer = only(GOOD);

        assertThat(answer.envelope().time()).isEqualTo(NOW);
        assertThat(answer.envelope().source()).isEqualTo("/handed-in/campaign+editor%2F1");
        assertThat(answer.attempt()).isEqualTo(1);
        assertThat(answer.duration()).isZero();
        assertThat(answer.truncated()).isFalse();
        assertThat(answer.connection()).isEmpty();
        assertThat(answer.resource()).isEmpty();
        assertThat(answer.httpHeaders()).isEmpty();
    }

    @Test
    void whatIsReadCanBeReadBackByTheClassifier() {
        ApiResponse answer = only(GOOD.with("resource", "CAMPAIGNS").with("headers", Map.of("Retry-After", "7")));

        ApiResponse again = ApiResponse.from(answer.headers(), answer.body());

        assertThat(again.headers()).isEqualTo(answer.headers());
        assertThat(again.body()).isEqualTo(answer.body());
    }

    @Test
    void aCallWithoutAnAnswerIsHandedInByItsTransportError() {
        ApiResponse answer = only(GOOD.without("httpStatus").without("body").with("transportError", "timeout"));

        assertThat(answer.transportError()).contains("timeout");
        assertThat(answer.httpStatus()).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    static Stream<Arguments> wrong() {
        AnswerJson unanswered = GOOD.without("httpStatus").without("body").with("transportError", "dns");
        return Stream.of(
                Arguments.of("account", GOOD.without("account")),
                Arguments.of("account", GOOD.with("account", "7012345678901234567")),
                Arguments.of("account", GOOD.with("account", "friendster/1")),
                Arguments.of("account", GOOD.with("account", "tiktok/~platform")),
                Arguments.of("account", GOOD.with("account", "tiktok/1\n2")),
                Arguments.of("account", GOOD.with("account", 7)),
                Arguments.of("tenant", GOOD.without("tenant")),
                Arguments.of("tenant", GOOD.with("tenant", "  ")),
                Arguments.of("tenant", GOOD.with("tenant", "de\u202emo")),
                Arguments.of("tenant", GOOD.with("tenant", "t".repeat(201))),
                Arguments.of("connection", GOOD.with("connection", "mine")),
                Arguments.of("method", GOOD.without("method")),
                Arguments.of("method", GOOD.with("method", "POST /")),
                Arguments.of("path", GOOD.without("path")),
                Arguments.of("path", GOOD.with("path", "open_api/v1.3/")),
                Arguments.of("path", GOOD.with("path", "https://host/v1")),
                Arguments.of("path", GOOD.with("path", "/v1?access_token=s3cret")),
                Arguments.of("path", GOOD.with("path", "/v1#s3cret")),
                Arguments.of("path", GOOD.with("path", "/v1\r\nce_tenant: other")),
                Arguments.of("path", GOOD.with("path", "/" + "p".repeat(1024))),
                Arguments.of("resource", GOOD.with("resource", "PETS")),
                Arguments.of("httpStatus", GOOD.without("httpStatus")),
                Arguments.of("httpStatus", GOOD.with("httpStatus", 99)),
                Arguments.of("httpStatus", GOOD.with("httpStatus", 600)),
                Arguments.of("httpStatus", GOOD.with("httpStatus", "200")),
                Arguments.of("httpStatus", GOOD.with("httpStatus", 200.5)),
                Arguments.of("transportError", GOOD.without("body").with("transportError", "dns")),
                Arguments.of("transportError", unanswered.with("transportError", "moon")),
                Arguments.of("body", unanswered.with("body", "{}")),
                Arguments.of("headers", unanswered.with("headers", Map.of())),
                Arguments.of("headers", GOOD.with("headers", List.of())),
                Arguments.of("headers", GOOD.with("headers", Map.of("x-li-\u0007", "1"))),
                Arguments.of("headers.Retry-After", GOOD.with("headers", Map.of("Retry-After", 7))),
                Arguments.of("headers.Date", GOOD.with("headers", Map.of("Date", "a\nb"))),
                Arguments.of("headers.Date", GOOD.with("headers", Map.of("Date", "d".repeat(8193)))),
                Arguments.of("attempt", GOOD.with("attempt", 0)),
                Arguments.of("attempt", GOOD.with("attempt", 99_999_999_999L)),
                Arguments.of("durationMillis", GOOD.with("durationMillis", -1)),
                Arguments.of("at", GOOD.with("at", "yesterday")),
                Arguments.of(
                        "at", GOOD.with("at", NOW.plus(Duration.ofMinutes(6)).toString())),
                Arguments.of("at", GOOD.with("at", NOW.minus(Duration.ofDays(4)).toString())),
                Arguments.of("at", GOOD.with("id", "mine-1")),
                Arguments.of("id", GOOD.with("id", "a b").with("at", NOW.toString())),
                Arguments.of("body", GOOD.with("body", Map.of("code", 40001))),
                Arguments.of("body", GOOD.with("body", "half \ud800")),
                Arguments.of("bodyBase64", GOOD.with("bodyBase64", "e30=")),
                Arguments.of("bodyBase64", GOOD.without("body").with("bodyBase64", "!")),
                Arguments.of("truncated", GOOD.with("truncated", "yes")),
                Arguments.of("conection", GOOD.with("conection", "7")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aBadFieldIsNamedAndItsContentIsNot(String field, AnswerJson answer) {
        Problem problem = refusal(unicodeEscaped(answer.text()));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(Objects.requireNonNull(problem.errors()))
                .extracting(BadField::field)
                .containsExactly(field);
        assertThat(problem.detail()).startsWith(field + " ").doesNotContain("s3cret", "friendster", "\n");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhereItIs() {
        String batch = AnswerJson.batch(GOOD, GOOD.with("method", "?").without("path"), GOOD.with("attempt", 0));

        Problem problem = refusal(batch);

        assertThat(Objects.requireNonNull(problem.errors()))
                .extracting(wrong -> wrong.index() + " " + wrong.field())
                .containsExactly("1 method", "1 path", "2 attempt");
        assertThat(problem.detail())
                .isEqualTo("answer 1: method must be an HTTP method, such as POST; and 2 more, see errors."
                        + " Nothing was published.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{} {}", "{\"account\":\"a\",\"account\":\"b\"}", "[]"})
    void whatIsNoAnswerAtAllIsRefused(String request) {
        assertThat(refusal(request).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"text\"", "[null]", "[[]]"})
    void whatIsNoObjectIsRefused(String request) {
        assertThat(refusal(request).detail()).contains("answer must be a JSON object");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(refusal("[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void aBatchIsBounded() {
        AnswerJson[] many = IntStream.range(0, 101).mapToObj(_ -> GOOD).toArray(AnswerJson[]::new);

        assertThat(refusal(AnswerJson.batch(many)).detail()).contains("1 to 100");
        assertThat(read(AnswerJson.batch(Arrays.copyOf(many, 100)), SERVICE)).hasSize(100);
    }

    @Test
    void onlyHeadersThatHelpADiagnosisAreKept() {
        ApiResponse answer = only(GOOD.with(
                "headers",
                Map.of(
                        "Authorization", "Bearer s3cret",
                        "Access-Token", "s3cret",
                        "set-cookie", "s3cret",
                        "X-\u0000", "s3cret",
                        "X-Tt-Logid", "log-1",
                        "X-Business-Use-Case-Usage", List.of("{\"a\":1}", "b"))));

        assertThat(answer.httpHeaders())
                .isEqualTo(Map.of("x-tt-logid", "log-1", "x-business-use-case-usage", "{\"a\":1}, b"));
    }

    @Test
    void base64BringsBytesThatAreNoText() {
        byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, '\n'};

        ApiResponse answer =
                only(GOOD.without("body").with("bodyBase64", Base64.getEncoder().encodeToString(bytes)));

        assertThat(answer.body()).isEqualTo(bytes);
    }

    @Test
    void aBodyThatWasCutBeforeStaysFlagged() {
        assertThat(only(GOOD.with("truncated", true)).truncated()).isTrue();
    }

    @Test
    void aBodyOfTheLargestSizeIsWholeAndOneByteMoreIsCut() {
        String largest = "b".repeat(ApiResponse.MAX_BODY_BYTES);

        assertThat(only(GOOD.with("body", largest)).truncated()).isFalse();
        ApiResponse cut = only(GOOD.with("body", largest + "c"));
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.body()).isEqualTo(largest.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPersonHandsInForItsOwnTenantOnly() {
        var person = new Giver.Person("northwind");

        assertThat(read(GOOD.without("tenant").text(), person))
                .extracting(answer -> answer.envelope().tenant())
                .containsExactly("northwind");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> read(GOOD.text(), person))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(403));
    }

    private ApiResponse only(AnswerJson answer) {
        return read(answer.text(), SERVICE).getFirst();
    }

    private List<ApiResponse> read(String request, Giver giver) {
        return read.from(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), giver);
    }

    private Problem refusal(String request) {
        try {
            read(request, SERVICE);
        } catch (Refused e) {
            return e.problem();
        }
        throw new AssertionError("it was taken");
    }

    /// Half a surrogate pair comes in as an escape; UTF-8 has no bytes for it.
    private static String unicodeEscaped(String json) {
        return json.replace("\ud800", "\\ud800");
    }
}
