package io.adskull.diagnosis.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.diagnosis.dialect.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleDialectTest {
    private static final String SEARCH = "https://googleads.googleapis.com/v24/customers/1234567890/googleAds:search";
    private static final String STREAM = SEARCH + "Stream";
    private static final String TOKEN = "https://oauth2.googleapis.com/token";
    private static final String UNAUTHENTICATED =
            "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or"
                    + " other valid authentication credential.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"results\":[{\"campaign\":{\"id\":\"1\",\"name\":\"error\",\"status\":\"ENABLED\"}}],\"requestId\":\"x\"}",
                "[{\"results\":[{\"customer\":{\"id\":\"1\",\"status\":\"ENABLED\"}}],\"fieldMask\":\"a\"}]",
                "{\"resourceNames\":[\"customers/1\"]}",
                "{\"results\":[{}],\"partialFailureError\":null}",
                "{\"results\":[{\"customer\":{\"id\":\"1\",\"status\":\"CLOSED\",\"testAccount\":true}}]}"
            })
    void anAnswerWithoutAnErrorIsHealthy(String body) {
        assertThat(verdict(SEARCH, 200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aNewKeyFromTheTokenEndpointIsHealthy() {
        assertThat(verdict(TOKEN, 200, "{\"access_token\":\"x\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "[{\"results\":[{\"campaign\":{\"name\":\"a\\\\\\\"}]\"}},{\"customer\":{\"id\":\"1\"}}]}]";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(STREAM, 200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | ``                                          | UNKNOWN",
                "200 | <html><title>Sign in</title></html>         | UNKNOWN",
                "502 | <html><title>Error 502</title></html>       | PLATFORM_ERROR",
                "404 | <html><title>Error 404 (Not Found)</title></html> | API_VERSION_RETIRED",
                "500 | 500 Internal error encountered.             | PLATFORM_ERROR",
                "403 | {\"error\":{\"code\":403,\"message\":\"The ca | ACCOUNT_ACCESS_MISSING",
                "200 | [RequestError.UNSUPPORTED_VERSION @ ; trigger:'v201806'] | API_VERSION_RETIRED"
            })
    void whatIsNoAnswerOfTheApiIsNeverHealthy(int status, String body, Cause cause) {
        assertThat(diagnosis(SEARCH, status, body).cause()).isEqualTo(cause);
    }

    @Test
    void anErrorInsideOfHttp200IsOne() {
        String failures =
                "{\"results\":[{}],\"%s\":{\"code\":3,\"message\":\"outer\",\"details\":[{\"errors\":[{\"%s\":"
                        + "{\"%s\":\"CONCURRENT_MODIFICATION\"},\"message\":\"inner\"}]}]}}";
        for (String body : new String[] {
            failures.formatted("partialFailureError", "errorCode", "databaseError"),
            failures.formatted("partial_failure_error", "error_code", "database_error")
        }) {
            Diagnosis diagnosis = diagnosis(SEARCH, 200, body);
            assertThat(diagnosis.cause()).isEqualTo(Cause.CONFLICT);
            assertThat(diagnosis.code()).contains("databaseError.CONCURRENT_MODIFICATION");
            assertThat(diagnosis.message()).contains("inner");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "authenticationError, NOT_ADS_USER, ACCOUNT_ACCESS_MISSING",
        "authenticationError, CUSTOMER_NOT_FOUND, ACCOUNT_ACCESS_MISSING",
        "authenticationError, TWO_STEP_VERIFICATION_NOT_ENROLLED, USER_ACTION_REQUIRED",
        "authenticationError, OAUTH_TOKEN_EXPIRED, TOKEN_EXPIRED",
        "authenticationError, DEVELOPER_TOKEN_INVALID, APP_CREDENTIALS_INVALID"
    })
    void theErrorInsideDecidesWhateverTheOuter401Says(String category, String value, Cause cause) {
        assertThat(diagnosis(SEARCH, 401, failure(401, UNAUTHENTICATED, category, value))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void whoMayCallAtAllDecidesBeforeWhatWasCalled() {
        String body = "[{\"error\":{\"code\":400,\"message\":\"m\",\"details\":[{\"errors\":["
                + "{\"errorCode\":{\"queryError\":\"BAD_FIELD_NAME\"},\"message\":\"first\"},"
                + "{\"errorCode\":{\"authorizationError\":\"CUSTOMER_NOT_ENABLED\"},\"message\":\"second\"}]}]}}]";
        Diagnosis diagnosis = diagnosis(STREAM, 400, body);
        assertThat(diagnosis.cause()).isEqualTo(Cause.ACCOUNT_DISABLED);
        assertThat(diagnosis.message()).contains("second");
    }

    @Test
    void aValueThatNobodyKnowsIsReadByItsOwnWords() {
        assertThat(diagnosis(SEARCH, 400, failure(400, "m", "someNewError", "THING_ALREADY_EXISTS"))
                        .cause())
                .isEqualTo(Cause.CONFLICT);
        assertThat(diagnosis(SEARCH, 400, failure(400, "m", "someNewError", "THING_NOT_FOUND"))
                        .cause())
                .isEqualTo(Cause.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_error: USER_PERMISSION_DENIED",
                "[AuthorizationError.USER_PERMISSION_DENIED @ ; trigger:'']",
                "error_code {\n  authorization_error: USER_PERMISSION_DENIED\n}",
                "{\"errors\":[{\"error_code\":{\"authorization_error\":\"USER_PERMISSION_DENIED\"}}],\"request_id\":\"r\"}"
            })
    void sdksWriteOneCodeInManyWays(String body) {
        assertThat(diagnosis(SEARCH, 403, body).code()).contains("authorizationError.USER_PERMISSION_DENIED");
    }

    @Test
    void aRefusedRenewalIsNoOutageAndNoMissingKey() {
        assertThat(diagnosis(
                                SEARCH,
                                503,
                                "Status(StatusCode=\"Unavailable\", Detail=\"Service unavailable: Error:invalid_grant\")")
                        .cause())
                .isEqualTo(Cause.REFRESH_TOKEN_INVALID);
        assertThat(diagnosis(
                                SEARCH,
                                401,
                                "16 UNAUTHENTICATED: Failed to retrieve auth metadata with error: invalid_grant")
                        .cause())
                .isEqualTo(Cause.REFRESH_TOKEN_INVALID);
    }

    @Test
    void anErrorAsGrpcClientsPrintItIsNeverHealthy() {
        assertThat(diagnosis(SEARCH, 200, "{\"code\":14,\"details\":\"No connection established\",\"metadata\":{}}")
                        .cause())
                .isEqualTo(Cause.PLATFORM_ERROR);
        assertThat(diagnosis(SEARCH, 200, "{\"errors\":[{\"error_code\":{\"authorization_error\":24}}]}")
                        .code())
                .contains("authorizationError.CUSTOMER_NOT_ENABLED");
    }

    @Test
    void aQuotaOfHoursIsNoMatterOfSlowingDown() {
        String quota =
                "{\"error\":{\"code\":429,\"message\":\"m\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"errors\":["
                        + "{\"errorCode\":{\"quotaError\":\"RESOURCE_EXHAUSTED\"},\"details\":{\"quotaErrorDetails\":"
                        + "{\"retryDelay\":%s}}}]}]}}";
        Diagnosis hours = diagnosis(SEARCH, 429, quota.formatted("\"40591s\""));
        assertThat(hours.cause()).isEqualTo(Cause.QUOTA_EXHAUSTED);
        assertThat(hours.retryAfter()).contains(Duration.ofSeconds(40591));
        Diagnosis moments = diagnosis(SEARCH, 429, quota.formatted("{\"seconds\":30}"));
        assertThat(moments.cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(moments.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void theWaitOfTheWordsAndOfTheHeaderAreHeard() {
        assertThat(diagnosis(SEARCH, 429, "Too many requests. Retry in 12 seconds.")
                        .retryAfter())
                .contains(Duration.ofSeconds(12));
        var answer = new Answer(
                Platform.GOOGLE,
                Optional.of(SEARCH),
                Optional.of(503),
                Optional.empty(),
                Map.of("retry-after", "7", "request-id", "abc"),
                "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}".getBytes(StandardCharsets.UTF_8));
        Diagnosis diagnosis = failing(Diagnostician.bundled().diagnose(answer, Circumstances.unknown()));
        assertThat(diagnosis.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(diagnosis.requestId()).contains("abc");
    }

    @Test
    void theAccountsOwnStateIsADiagnosis() {
        String body = "{\"results\":[{\"customer\":{\"id\":\"1\",\"status\":\"SUSPENDED\"}}]}";
        assertThat(diagnosis(SEARCH, 200, body).cause()).isEqualTo(Cause.ACCOUNT_DISABLED);
        assertThat(verdict(SEARCH, 200, body, Circumstances.unknown().of("2", Optional.empty())))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, ACCOUNT_ACCESS_MISSING, true",
        "HIDDEN,  ACCOUNT_ACCESS_MISSING, false",
        "VISIBLE, RESOURCE_PERMISSION_MISSING, false"
    })
    void onlyTheAccountsOtherAnswersTellAnAccountFromAFeature(Visibility visibility, Cause cause, boolean open) {
        Circumstances known = Circumstances.unknown().seen(visibility, Standing.UNKNOWN);
        String body =
                failure(403, "The caller does not have permission", "authorizationError", "USER_PERMISSION_DENIED");
        Diagnosis diagnosis = failing(verdict(SEARCH, 403, body, known));
        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.actor()).isEqualTo(Actor.BUSINESS_ADMIN);
        assertThat(diagnosis.awaitsEvidence()).isEqualTo(open);
    }

    @Test
    void theConsentPageSaysWhoMustAct() {
        String page = "https://accounts.google.com/o/oauth2/v2/auth";
        assertThat(diagnosis(page, 400, "Error 400: admin_policy_enforced").actor())
                .isEqualTo(Actor.BUSINESS_ADMIN);
        assertThat(diagnosis(page, 403, "X has not completed the Google verification process. Error 403: access_denied")
                        .cause())
                .isEqualTo(Cause.APP_NOT_APPROVED);
        assertThat(diagnosis(page, 302, "https://a.example/back?error=access_denied&state=1")
                        .cause())
                .isEqualTo(Cause.AUTH_CODE_INVALID);
    }

    @Test
    void aSubtypeOfARefusedGrantIsToldWithIt() {
        Diagnosis diagnosis = diagnosis(TOKEN, 400, "{\"error\":\"invalid_grant\",\"error_subtype\":\"invalid_rapt\"}");
        assertThat(diagnosis.code()).contains("invalid_grant/invalid_rapt");
        assertThat(diagnosis.cause()).isEqualTo(Cause.REFRESH_TOKEN_INVALID);
    }

    @Test
    void theResourceIsReadFromThePath() {
        String body = failure(400, "m", "fieldError", "REQUIRED");
        String customers = "https://googleads.googleapis.com/v24/customers/1";
        assertThat(diagnosis(customers + ":uploadClickConversions", 400, body).resource())
                .contains(Resource.PIXELS);
        assertThat(diagnosis(customers + "/userLists:mutate", 400, body).resource())
                .contains(Resource.AUDIENCES);
    }

    @Test
    void googlesEnvelopeIsKnownWithoutAnAddress() {
        assertThat(guess(failure(403, "m", "authorizationError", "PROJECT_DISABLED")))
                .contains(Platform.GOOGLE);
        assertThat(guess("{\"error\":\"invalid_grant\"}")).isEmpty();
        assertThat(guess("{\"error\":{\"message\":\"no\",\"code\":190}}")).isNotEqualTo(Optional.of(Platform.GOOGLE));
    }

    private static Optional<Platform> guess(String body) {
        return Diagnostician.bundled()
                .guess(Sample.of(Optional.empty(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String failure(int code, String message, String category, String value) {
        return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"details\":[{\"@type\":\"type.googleapis.com/google.ads."
                        .formatted(code, message)
                + "googleads.v24.errors.GoogleAdsFailure\",\"errors\":[{\"errorCode\":{\"%s\":\"%s\"}}]}]}}"
                        .formatted(category, value);
    }

    private static Diagnosis diagnosis(String endpoint, int status, String body) {
        return failing(verdict(endpoint, status, body));
    }

    private static Diagnosis failing(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Failing.class);
        return ((Verdict.Failing) verdict).diagnosis();
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return verdict(endpoint, status, body, Circumstances.unknown());
    }

    private static Verdict verdict(String endpoint, int status, String body, Circumstances circumstances) {
        var answer = new Answer(
                Platform.GOOGLE,
                Optional.of(endpoint),
                Optional.of(status),
                Optional.empty(),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
        return Diagnostician.bundled().diagnose(answer, circumstances);
    }
}
