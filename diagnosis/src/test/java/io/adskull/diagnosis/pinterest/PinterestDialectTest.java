package io.adskull.diagnosis.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Bodies;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.diagnosis.dialect.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinterestDialectTest {
    private static final String CAMPAIGNS = "/v5/ad_accounts/549755885175/campaigns";
    private static final String REFUSED =
            "{\"code\":29,\"message\":\"You are not permitted to access that resource.\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{\"id\":\"1\",\"status\":\"ACTIVE\"}],\"bookmark\":null}",
                "{\"id\":\"1\",\"name\":\"error\",\"owner\":{\"code\":29}}",
                "{\"access_token\":\"pina_x\",\"expires_in\":2592000,\"scope\":\"ads:read\"}",
                "{\"status\":\"success\",\"code\":0,\"message\":null,\"data\":{}}",
                "{\"items\":[{\"data\":{\"id\":\"1\"},\"exceptions\":[]}]}",
                "{\"items\":[{\"data\":{\"id\":\"1\"},\"exceptions\":null},{\"exceptions\":[{\"code\":1,\"message\":\"x\"}]}]}",
                "{\"num_events_received\":1,\"events\":[{\"status\":\"processed\",\"error_message\":\"\"}]}",
                "[]"
            })
    void successIsHealthy(String body) {
        assertThat(verdict(200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"items\":[{\"name\":\"a\\\\\\\"}\",\"id\":\"1\"}],\"bookmark\":null}";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"code\":30,\"message\":\"User not found.\"}                             | NOT_FOUND",
                "429 | {\"code\":30,\"message\":\"?\"}                                           | RATE_LIMITED",
                "404 | {\"code\":30,\"message\":\"?\"}                                           | NOT_FOUND",
                "401 | {\"code\":3,\"message\":\"?\"}                                            | SCOPE_MISSING",
                "403 | {\"code\":3,\"message\":\"?\"}                                            | APP_NOT_APPROVED",
                "403 | {\"code\":29,\"message\":\"Apps with Trial access may not create Pins\"}  | APP_NOT_APPROVED",
                "401 | {\"code\":29,\"message\":\"You are not permitted to access it.\"}         | RESOURCE_PERMISSION_MISSING",
                "400 | {\"code\":1104,\"message\":\"The token you provided is not valid or has expired.\"} | INVALID_REQUEST",
                "0   | {\"code\":283,\"message\":\"The authorization grant is invalid\"}         | AUTH_CODE_INVALID",
                "0   | {\"code\":283,\"data\":\"Invalid Application ID\",\"message\":\"The authorization grant is invalid\"} | APP_CREDENTIALS_INVALID",
                "200 | {\"items\":[{\"exceptions\":[{\"code\":2,\"message\":\"Advertiser not found.\"}]}]} | NOT_FOUND",
                "200 | {\"events\":[{\"status\":\"failed\",\"error_message\":\"'event_time' is out of range\"}]} | INVALID_REQUEST",
                "200 | {\"resource_response\":{\"error\":{\"code\":2625,\"message\":\"Sorry\"}}}    | ACCOUNT_DISABLED",
                "0   | log line: {\"code\":2,\"message\":\"Authentication failed.\"}             | TOKEN_EXPIRED",
                "0   | Request failed with status code 401                                       | TOKEN_EXPIRED",
                "0   | HTTPError: 429 Client Error: for url: https://api.pinterest.com/v5/pins   | RATE_LIMITED",
                "503 | ``                                                                        | PLATFORM_ERROR",
                "502 | <html><title>502 Bad Gateway</title></html>                               | PLATFORM_ERROR",
                "200 | <html><body>Please wait</body></html>                                     | UNKNOWN",
                "0   | {\"message\":\"Authentication failed.\"}                                  | TOKEN_EXPIRED",
                "200 | {\"code\":77777,\"message\":\"?\"}                                       | UNKNOWN"
            })
    void numberStatusAndWordsDecideTogether(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(Platform.PINTEREST, "", status, body))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void theScopeThatIsMissingIsNamed() {
        Diagnosis diagnosis = Bodies.diagnosis(
                Bodies.answer(
                        Platform.PINTEREST,
                        "/v5/boards",
                        403,
                        "{\"code\":403,\"message\":\"Your token does not have sufficient permissions. Missing: ['boards:write']\"}"));

        assertThat(diagnosis.cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(diagnosis.title()).contains("boards:write");
    }

    @Test
    void aScopeStillMissingAfterAReconnectIsTheAppsToAskFor() {
        Answer refused = Bodies.answer(
                Platform.PINTEREST,
                CAMPAIGNS,
                401,
                "{\"code\":3,\"message\":\"Your token does not have sufficient permissions\"}");
        Circumstances again = new Circumstances(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Visibility.UNKNOWN,
                Standing.UNKNOWN,
                true);

        assertThat(Bodies.diagnosis(refused).actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(Bodies.diagnosis(refused, again).actor()).isEqualTo(Actor.DEVELOPER);
    }

    @Test
    void waitAndRequestIdComeFromHeaders() {
        Answer limited = Bodies.answer(
                Platform.PINTEREST,
                CAMPAIGNS,
                429,
                Map.of("X-RateLimit-Reset", "90000", "x-pinterest-rid", "7606362844227236"),
                "{\"code\":8,\"message\":\"This request exceeded a rate limit.\"}");

        assertThat(Bodies.diagnosis(limited).retryAfter()).contains(Duration.ofDays(1));
        assertThat(Bodies.diagnosis(limited).requestId()).contains("7606362844227236");
    }

    @Test
    void aResetThatEveryAnswerCarriesDelaysNothingElse() {
        Answer refused = Bodies.answer(Platform.PINTEREST, CAMPAIGNS, 403, Map.of("x-ratelimit-reset", "600"), REFUSED);

        assertThat(Bodies.diagnosis(refused).retryAfter()).isEmpty();
    }

    @Test
    void otherAnswersTellTheAccountFromOneThingInIt() {
        Answer refused = Bodies.answer(Platform.PINTEREST, "/v5/ad_accounts/1/audiences", 403, REFUSED);
        Diagnosis unknown = Bodies.diagnosis(refused);
        Diagnosis hidden = Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.HIDDEN, Standing.UNKNOWN));
        Diagnosis visible =
                Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.VISIBLE, Standing.UNKNOWN));

        assertThat(unknown.awaitsEvidence()).isTrue();
        assertThat(hidden.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(visible.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(visible.awaitsEvidence()).isFalse();
        assertThat(visible.resource()).contains(Resource.AUDIENCES);
    }

    @Test
    void itsOwnEnvelopeIsRecognised() {
        PinterestDialect dialect = new PinterestDialect();
        assertThat(dialect.resemblance(sample("https://api.pinterest.com/v5/pins", "{}")))
                .isEqualTo(100);
        assertThat(dialect.resemblance(
                        sample("", "{\"code\":12,\"message\":\"x\",\"endpoint_name\":\"oauth_connect\"}")))
                .isEqualTo(80);
        assertThat(dialect.resemblance(sample("", "{\"error\":\"invalid_grant\"}")))
                .isZero();
    }

    private static Sample sample(String address, String body) {
        return Sample.of(Optional.of(address), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict verdict(int status, String body) {
        return Diagnostician.bundled()
                .diagnose(Bodies.answer(Platform.PINTEREST, CAMPAIGNS, status, body), Circumstances.unknown());
    }
}
