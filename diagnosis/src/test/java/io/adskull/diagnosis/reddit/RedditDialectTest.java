package io.adskull.diagnosis.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
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

class RedditDialectTest {
    private static final String CAMPAIGNS = "https://ads-api.reddit.com/api/v3/ad_accounts/a2_x/campaigns";
    private static final String TOKENS = "https://www.reddit.com/api/v1/access_token";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"1\",\"error\":\"x\"}],\"pagination\":{}}",
                "{\"success\":true,\"data\":[]}",
                "{\"message\":\"Successfully processed 1 conversion events.\"}",
                "{\"access_token\":\"x\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"*\"}",
                "{\"json\":{\"errors\":[],\"data\":{}}}",
                "[]"
            })
    void successIsHealthy(String body) {
        assertThat(verdict(CAMPAIGNS, 200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"data\":[{\"name\":\"a\\\\\\\"}\",\"id\":\"1\"}],\"pagination\":{\"next_url\":null}}";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(CAMPAIGNS, 200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"insufficient_scope,SCOPE_MISSING", "invalid_token,TOKEN_EXPIRED", "'',RESOURCE_PERMISSION_MISSING"})
    void twinsInTheBodyAreToldApartByTheHeader(String error, Cause cause) {
        Map<String, String> headers = error.isEmpty()
                ? Map.of()
                : Map.of("WWW-Authenticate", "Bearer realm=\"reddit\", error=\"" + error + "\"");

        assertThat(Bodies.diagnosis(Bodies.answer(Platform.REDDIT, CAMPAIGNS, 403, headers, "{\"error\": 403}"))
                        .cause())
                .isEqualTo(cause);
        assertThat(Bodies.diagnosis(Bodies.answer(
                                Platform.REDDIT,
                                CAMPAIGNS,
                                403,
                                headers,
                                "{\"message\": \"Forbidden\", \"error\": 403}"))
                        .cause())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"error\":\"invalid_grant\"}                       | AUTH_CODE_INVALID",
                "400 | {\"error\":400}                                     | REFRESH_TOKEN_INVALID",
                "400 | {\"message\":\"Bad Request\",\"error\":400}         | REFRESH_TOKEN_INVALID",
                "401 | {\"message\":\"Unauthorized\",\"error\":401}        | APP_CREDENTIALS_INVALID",
                "401 | ``                                                  | APP_CREDENTIALS_INVALID",
                "429 | {\"message\":\"Too Many Requests\",\"error\":429}   | RATE_LIMITED",
                "200 | {\"error\":\"unsupported_grant_type\"}              | INVALID_REQUEST",
                "503 | ``                                                  | PLATFORM_ERROR"
            })
    void theTokenEndpointMeansOtherThingsByTheSameWords(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(Platform.REDDIT, TOKENS, status, body))
                        .cause())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"error\":400}                                     | INVALID_REQUEST",
                "401 | {\"error\":401}                                     | TOKEN_EXPIRED",
                "0   | {\"message\":\"Forbidden\"}                           | RESOURCE_PERMISSION_MISSING",
                "401 | Authorization Required                              | TOKEN_EXPIRED",
                "403 | {\"success\":false,\"error\":{\"reason\":\"UNAUTHORIZED\",\"explanation\":\"JSON error unexpected type number\"}} | INVALID_REQUEST",
                "401 | {\"success\":false,\"error\":{\"reason\":\"UNAUTHORIZED\",\"explanation\":\"?\"}} | TOKEN_EXPIRED",
                "403 | {\"error\":{\"code\":403,\"message\":\"User does not have access to the ad account\"}} | ACCOUNT_ACCESS_MISSING",
                "400 | {\"error\":{\"code\":400,\"message\":\"?\",\"fields\":[{\"field\":\"a\",\"message\":\"is required\"}]}} | INVALID_REQUEST",
                "200 | {\"json\":{\"errors\":[[\"RATELIMIT\",\"you are doing that too much\",\"ratelimit\"]]}} | RATE_LIMITED",
                "403 | <html><body><h1>403 Forbidden</h1>Request forbidden by administrative rules.</body></html> | NETWORK_RESTRICTED",
                "200 | <html><title>Blocked</title><h1>whoa there, pardner!</h1></html> | NETWORK_RESTRICTED",
                "429 | <html><title>Too Many Requests</title><h1>whoa there, pardner!</h1></html> | RATE_LIMITED",
                "451 | ``                                                  | NETWORK_RESTRICTED",
                "520 | ``                                                  | PLATFORM_ERROR",
                "414 | Error: URI Too Long                                 | INVALID_REQUEST",
                "0   | received 403 HTTP response                          | RESOURCE_PERMISSION_MISSING",
                "0   | 404 Not Found for url: https://ads-api.reddit.com/api/v3/me | NOT_FOUND",
                "200 | ``                                                  | UNKNOWN"
            })
    void errorsAreReadInEveryEnvelope(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(Platform.REDDIT, CAMPAIGNS, status, body))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void theResetIsTheWaitOnlyWhereACallWasRefusedForIt() {
        Map<String, String> headers = Map.of("x-ratelimit-reset", "86.5", "x-ratelimit-remaining", "0.0");

        assertThat(wait(429, headers)).contains(Duration.ofSeconds(87));
        assertThat(wait(429, Map.of("x-ratelimit-reset", "86", "retry-after", "4")))
                .contains(Duration.ofSeconds(4));
        assertThat(wait(429, Map.of("x-ratelimit-reset", "86", "retry-after", "0")))
                .contains(Duration.ofSeconds(86));
        assertThat(wait(403, headers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":\"a2_x\",\"admin_approval\":\"APPROVED\",\"suspension_reason\":\"FRAUD\"}',ACCOUNT_DISABLED",
        "'{\"id\":\"a2_x\",\"admin_approval\":\"PENDING\"}',ACCOUNT_DISABLED",
        "'{\"id\":\"a2_x\",\"admin_approval\":\"OF_TOMORROW\"}',UNKNOWN"
    })
    void aHealthyAnswerMayTellThatTheAccountIsNot(String account, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(
                                Platform.REDDIT, "/api/v3/ad_accounts/a2_x", 200, "{\"data\":" + account + "}"))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void anApprovedAccountIsHealthy() {
        assertThat(verdict(
                        "/api/v3/ad_accounts/a2_x",
                        200,
                        "{\"data\":{\"id\":\"a2_x\",\"admin_approval\":\"APPROVED\",\"suspension_reason\":null}}"))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void otherAnswersTellTheAccountFromOneThingInIt() {
        Answer refused = Bodies.answer(Platform.REDDIT, CAMPAIGNS, 403, "{\"error\": 403, \"message\": \"Forbidden\"}");
        Diagnosis hidden = Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.HIDDEN, Standing.UNKNOWN));

        assertThat(Bodies.diagnosis(refused).awaitsEvidence()).isTrue();
        assertThat(hidden.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
    }

    @Test
    void aBareRefusalIsAboutTheConsentWhereTheConsentLacksTheScope() {
        Answer refused = Bodies.answer(Platform.REDDIT, CAMPAIGNS, 403, "{\"error\": 403}");

        assertThat(Bodies.diagnosis(refused, Circumstances.unknown().granted(List.of("identity")))
                        .cause())
                .isEqualTo(Cause.SCOPE_MISSING);
        assertThat(Bodies.diagnosis(refused, Circumstances.unknown().granted(List.of("adsread")))
                        .cause())
                .isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
    }

    @Test
    void itsOwnEnvelopeIsRecognised() {
        assertThat(new RedditDialect().resemblance(sample("{\"error\": 403}"))).isEqualTo(60);
        assertThat(new RedditDialect().resemblance(sample("{\"error\": \"invalid_grant\"}")))
                .isZero();
    }

    private static Optional<Duration> wait(int status, Map<String, String> headers) {
        return Bodies.diagnosis(
                        Bodies.answer(Platform.REDDIT, CAMPAIGNS, status, headers, "{\"error\": " + status + "}"))
                .retryAfter();
    }

    private static Sample sample(String body) {
        return Sample.of(Optional.empty(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled()
                .diagnose(Bodies.answer(Platform.REDDIT, endpoint, status, body), Circumstances.unknown());
    }
}
