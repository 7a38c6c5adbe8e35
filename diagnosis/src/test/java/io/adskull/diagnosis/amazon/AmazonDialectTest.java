package io.adskull.diagnosis.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
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

class AmazonDialectTest {
    private static final String CAMPAIGNS = "GET /v2/sp/campaigns";
    private static final String PROFILES = "https://advertising-api.amazon.com/v2/profiles";
    private static final String TOKEN = "POST https://api.amazon.com/auth/o2/token";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"campaignId\":1,\"name\":\"a\"}]",
                "{\"campaigns\":[{\"campaignId\":\"1\"}],\"totalResults\":1}",
                "{\"reportId\":\"1\",\"status\":\"PENDING\",\"failureReason\":null}",
                "{\"reportId\":\"1\",\"status\":\"IN_PROGRESS\",\"statusDetails\":\"Report is being generated.\"}",
                "{\"access_token\":\"a\",\"refresh_token\":\"b\",\"expires_in\":3600}",
                "{\"campaigns\":{\"error\":[],\"success\":[{\"index\":0}]}}",
                "[{\"code\":\"SUCCESS\",\"campaignId\":1}]"
            })
    void whatNamesNoErrorIsHealthy(String body) {
        for (int status : new int[] {0, 200, 207}) {
            assertThat(verdict(CAMPAIGNS, status, body)).as("%d", status).isInstanceOf(Verdict.Healthy.class);
        }
        assertThat(verdict(CAMPAIGNS, 403, body)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"campaigns\":[{\"campaignId\":\"1\",\"name\":\"a\\\"}\"}],\"totalResults\":1}";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(CAMPAIGNS, 200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"code\":\"401\",\"details\":\"Unauthorized\"}                        | TOKEN_EXPIRED",
                "0   | {\"code\":\"403\",\"details\":\"\"}                                    | RESOURCE_PERMISSION_MISSING",
                "0   | {\"code\":\"Internal Error\"}                                          | PLATFORM_ERROR",
                "403 | {\"__type\":\"com.amazon#AccessDeniedException\",\"Message\":\"\"}     | RESOURCE_PERMISSION_MISSING",
                "401 | {\"code\":\"401\",\"details\":\"Scope header is missing\"}             | INVALID_REQUEST",
                "200 | {\"reportId\":\"1\",\"status\":\"FAILURE\"}                            | PLATFORM_ERROR",
                "200 | {\"reportId\":\"1\",\"status\":\"FAILED\",\"failureReason\":\"Bad\"}   | PLATFORM_ERROR",
                "207 | [{\"code\":\"SUCCESS\"},{\"code\":\"DUPLICATE\",\"description\":\"a\"}] | CONFLICT",
                "0   | {'message': 'Unauthorized'}                                            | TOKEN_EXPIRED",
                "0   | 401 Client Error: Unauthorized for url: https://a.example              | TOKEN_EXPIRED",
                "0   | failed: {\"code\":\"404\",\"details\":\"Method Not Found\"}            | API_VERSION_RETIRED",
                "0   | 'GET' failed with status code '401'. Body: '{'message': 'Unauthorized'}'. | TOKEN_EXPIRED",
                "0   | oops (429, {'message': 'No'}, {'x-amzn-ErrorType': 'AccessDenied'})    | RATE_LIMITED",
                "0   | {\"code\":\"HTTP 401\"}                                                | TOKEN_EXPIRED",
                "403 | <Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error> | INVALID_REQUEST",
                "425 | ``                                                                     | CONFLICT",
                "429 | <html><h1>429 Too Many Requests</h1></html>                            | RATE_LIMITED",
                "502 | Not authorized to access scope 1                                       | PLATFORM_ERROR",
                "200 | ``                                                                     | UNKNOWN",
                "200 | <html><body>Please wait</body></html>                                  | UNKNOWN",
                "418 | {\"code\":\"SOMETHING_OF_TOMORROW\"}                                   | UNKNOWN"
            })
    void theWordsCountAndWithoutThemTheCodeAndTheStatus(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(answer("", status, Map.of(), body)).cause()).isEqualTo(cause);
    }

    @Test
    void theReasonOfOneOperationIsFoundInTheAnswerAboutSeveral() {
        String body =
                "{\"campaigns\":{\"success\":[],\"error\":[{\"index\":0,\"errors\":[{\"errorType\":\"billingError\","
                        + "\"errorValue\":{\"billingError\":{\"reason\":\"EXPIRED_PAYMENT_METHOD\",\"message\":\"-\"}}}]}]}}";
        Diagnosis diagnosis = Bodies.diagnosis(answer("POST /sp/campaigns", 207, Map.of(), body));

        assertThat(diagnosis.cause()).isEqualTo(Cause.BILLING_REQUIRED);
        assertThat(diagnosis.actor()).isEqualTo(Actor.BILLING_OWNER);
        assertThat(verdict("", 0, body)).isInstanceOf(Verdict.Failing.class);
    }

    @ParameterizedTest
    @CsvSource({"x-amzn-ErrorType,AccessDeniedException:http://a/", "amazon-advertising-api-throttled,true"})
    void aThrottledCallIsNoMissingPermission(String header, String value) {
        Answer throttled =
                answer(CAMPAIGNS, 429, Map.of(header, value, "Retry-After", "7"), "{\"message\":\"Access denied\"}");

        assertThat(Bodies.diagnosis(throttled).cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(Bodies.diagnosis(throttled).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void theHeaderNamesTheExceptionThatTheBodyDoesNot() {
        Answer bare = answer(CAMPAIGNS, 400, Map.of("x-amzn-errortype", "ThrottlingException"), "{}");
        assertThat(Bodies.diagnosis(bare).cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error=", "?error=", " error=", "https://a.example/back?error=", "?state=1"})
    void anAddressIsNoAnswerThatWorked(String body) {
        assertThat(verdict("", 200, body)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void noProfilesIsAFailureOnlyWhereProfilesWereAskedFor() {
        Diagnosis none = Bodies.diagnosis(answer(PROFILES, 200, Map.of(), "[]"));

        assertThat(none.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(none.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(verdict(CAMPAIGNS, 200, "[]")).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict("", 200, "[]")).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aProfileMayTellThatItCannotPay() {
        String both = "[" + profile(1, false) + "," + profile(2, true) + "]";
        Answer list = answer(PROFILES, 200, Map.of(), both);

        assertThat(Bodies.diagnosis(answer("", 0, Map.of(), profile(1, false))).cause())
                .isEqualTo(Cause.BILLING_REQUIRED);
        assertThat(verdict(PROFILES, 200, both)).isInstanceOf(Verdict.Healthy.class);
        assertThat(Bodies.diagnosis(list, Circumstances.unknown().of("1", Optional.empty()))
                        .cause())
                .isEqualTo(Cause.BILLING_REQUIRED);
        assertThat(Diagnostician.bundled()
                        .diagnose(list, Circumstances.unknown().of("2", Optional.empty())))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void anAdsAccountMayTellThatItIsDisabled() {
        String body = "{\"adsAccounts\":[{\"adsAccountId\":\"a\",\"status\":\"DISABLED\"}]}";
        assertThat(Bodies.diagnosis(answer("POST /adsAccounts/list", 200, Map.of(), body))
                        .cause())
                .isEqualTo(Cause.ACCOUNT_DISABLED);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant,The request has an invalid grant parameter : code,AUTH_CODE_INVALID",
        "invalid_grant,The request has an invalid grant parameter : refresh_token,REFRESH_TOKEN_INVALID",
        "invalid_grant,User may have revoked or didn't grant the permission,REFRESH_TOKEN_INVALID",
        "invalid_client,Client authentication failed,APP_CREDENTIALS_INVALID",
        "unauthorized_client,Not authorized for requested operation,APP_CREDENTIALS_INVALID",
        "invalid_request,The request is missing a required parameter : client_id,INVALID_REQUEST",
        "invalid_scope,An unknown scope was requested,APP_NOT_APPROVED",
        "server_error,-,PLATFORM_ERROR"
    })
    void loginWithAmazonSpeaksOAuth(String error, String description, Cause cause) {
        String body = Bodies.json(Map.of("error", error, "error_description", description, "error_index", "1"));
        assertThat(Bodies.diagnosis(answer(TOKEN, 400, Map.of(), body)).cause()).isEqualTo(cause);
        assertThat(Bodies.diagnosis(answer("", 0, Map.of(), body)).cause()).isEqualTo(cause);
    }

    @Test
    void idsForSupportComeFromBodyAndHeaders() {
        String body = "{\"code\":\"401\",\"details\":\"Unauthorized\",\"requestId\":\"R1\"}";
        assertThat(Bodies.diagnosis(answer(CAMPAIGNS, 401, Map.of(), body)).requestId())
                .contains("R1");
        for (String header : List.of("x-amz-rid", "x-amz-request-id", "X-Amzn-RequestId")) {
            assertThat(Bodies.diagnosis(answer(CAMPAIGNS, 401, Map.of(header, "H1"), "{\"message\":\"a\"}"))
                            .logId())
                    .as(header)
                    .contains("H1");
        }
    }

    @Test
    void otherAnswersDecideWhetherTheAppOrTheKeyIsRefused() {
        Answer refused = answer(CAMPAIGNS, 401, Map.of(), "{\"code\":\"401\",\"details\":\"Authentication failed\"}");

        assertThat(Bodies.diagnosis(refused).cause()).isEqualTo(Cause.APP_NOT_APPROVED);
        assertThat(Bodies.diagnosis(refused).awaitsEvidence()).isTrue();
        assertThat(Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.UNKNOWN, Standing.ALIVE))
                        .cause())
                .isEqualTo(Cause.TOKEN_EXPIRED);
    }

    @Test
    void aProfileThatIsOtherwiseVisibleLacksOnlyOneFeature() {
        Answer refused = answer(
                "POST /reporting/reports", 401, Map.of(), "{\"details\":\"Not authorized to access scope 12345678\"}");

        assertThat(Bodies.diagnosis(refused).cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(Bodies.diagnosis(refused).mistakenFor().orElse("")).contains("scope");
        assertThat(Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.VISIBLE, Standing.UNKNOWN))
                        .cause())
                .isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
    }

    @Test
    void aConsentWithoutTheScopeExplainsABareRefusal() {
        Answer refused = answer("POST /dp/audiences", 403, Map.of(), "{\"code\":\"ACCESS_DENIED\"}");
        Circumstances lacking = Circumstances.unknown().granted(List.of("advertising::campaign_management"));

        assertThat(Bodies.diagnosis(refused).cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(Bodies.diagnosis(refused, lacking).cause()).isEqualTo(Cause.SCOPE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "dns", "tls"})
    void noAnswerIsNobodysFault(String why) {
        Answer silence = new Answer(
                Platform.AMAZON, Optional.of(CAMPAIGNS), Optional.empty(), Optional.of(why), Map.of(), new byte[0]);
        assertThat(Bodies.diagnosis(silence).cause()).isEqualTo(Cause.PLATFORM_ERROR);
    }

    @Test
    void anAnswerOfUnknownOriginIsKnownByItsEnvelope() {
        AmazonDialect dialect = new AmazonDialect();
        assertThat(dialect.resemblance(sample("{\"code\":\"401\",\"details\":\"a\",\"requestId\":\"b\"}")))
                .isGreaterThan(60);
        assertThat(dialect.resemblance(sample("{\"error\":\"invalid_grant\"}"))).isZero();
        assertThat(dialect.resemblance(sample("{\"code\":2,\"message\":\"Authentication failed.\"}")))
                .isZero();
    }

    private static Sample sample(String body) {
        return Sample.of(Optional.empty(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String profile(int id, boolean paying) {
        return "{\"profileId\":" + id + ",\"accountInfo\":{\"validPaymentMethod\":" + paying + "}}";
    }

    private static Answer answer(String endpoint, int status, Map<String, String> headers, String body) {
        return Bodies.answer(Platform.AMAZON, endpoint, status, headers, body);
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled().diagnose(answer(endpoint, status, Map.of(), body), Circumstances.unknown());
    }
}
