package io.adskull.diagnosis.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Bodies;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaDialectTest {
    private static final String CAMPAIGNS = "https://graph.facebook.com/v25.0/act_7/campaigns?fields=id&limit=1";
    private static final String ACCOUNT = "https://graph.facebook.com/v25.0/act_7?fields=account_status,disable_reason";
    private static final String HIDDEN =
            "{\"error\":{\"message\":\"Unsupported get request. Object with ID '1' does not"
                    + " exist, cannot be loaded due to missing permissions, or does not support this operation.\","
                    + "\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33,\"fbtrace_id\":\"T1\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"1\"}],\"paging\":{\"cursors\":{\"before\":\"a\",\"after\":\"b\"}}}",
                "{\"data\":[]}",
                "{}",
                "[]",
                "{\"success\":true}",
                "{\"id\":\"act_7\",\"account_status\":1,\"disable_reason\":0}",
                "{\"data\":{\"is_valid\":true,\"expires_at\":0,\"scopes\":[\"ads_read\"]}}",
                "{\"access_token\":\"x\",\"token_type\":\"bearer\",\"expires_in\":5183944}",
                "{\"data\":[{\"name\":\"error \\\"code\\\": 190 }\"}]}",
                "{\"async_status\":\"Job Completed\",\"id\":\"1\"}",
                "[{\"code\":200,\"headers\":[],\"body\":\"{\\\"data\\\":[]}\"},null]"
            })
    void whatHoldsNoErrorIsHealthyOnEveryEndpoint(String body) {
        assertThat(verdict(CAMPAIGNS, 200, body)).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict(ACCOUNT, 200, body)).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict("", 0, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"data\":[{\"name\":\"a\\\\\\\"}\"},{\"id\":\"1\"}],\"paging\":{\"next\":\"https://x\"}}";
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
                "200 | {\"error\":{\"code\":190,\"error_subcode\":463}}                       | TOKEN_EXPIRED",
                "200 | {\"data\":{\"error\":{\"code\":190,\"subcode\":459},\"is_valid\":false}} | USER_ACTION_REQUIRED",
                "200 | {\"data\":{\"is_valid\":false,\"scopes\":[]}}                          | TOKEN_INVALID",
                "200 | {\"success\":false}                                                    | UNKNOWN",
                "200 | {\"async_status\":\"Job Failed\",\"id\":\"1\"}                         | PLATFORM_ERROR",
                "200 | {\"error\":{\"message\":\"(#17) User request lim                       | RATE_LIMITED",
                "200 | {\"error\":{                                                           | UNKNOWN",
                "400 | {\"error\": {\"code\"=>2500, \"message\": \"Error validating verification code.\"}} | AUTH_CODE_INVALID",
                "200 | {\"error\":{}}                                                         | UNKNOWN",
                "200 | {\"error\":{\"code\":17,\"message\":\"(#17) User requ                | RATE_LIMITED",
                "200 | ``                                                                     | UNKNOWN",
                "200 | <html><body>Welcome</body></html>                                      | UNKNOWN",
                "400 | {\"data\":[]}                                                          | UNKNOWN",
                "503 | ``                                                                     | PLATFORM_ERROR",
                "502 | <html><title>502 Bad Gateway</title></html>                            | PLATFORM_ERROR",
                "500 | <html><h1>Sorry, something went wrong.</h1></html>                     | PLATFORM_ERROR",
                "429 | ``                                                                     | RATE_LIMITED",
                "401 | Unauthorized                                                           | TOKEN_INVALID",
                "200 | (#2635) You are calling a deprecated version of the Ads API.           | API_VERSION_RETIRED",
                "200 | FacebookApiException: (#4) Application request limit reached           | RATE_LIMITED",
                "400 | {'error': {'code': 190, 'error_subcode': 460}}                         | TOKEN_INVALID",
                "400 | {\"error\":{\"code\":100,\"error_subcode\":1359188}}                   | BILLING_REQUIRED",
                "400 | {\"error\":{\"code\":200,\"error_subcode\":1870034}}                   | USER_ACTION_REQUIRED",
                "400 | {\"error\":{\"code\":\"17\"}}                                          | RATE_LIMITED",
                "400 | {\"error\":{\"code\":2147483,\"message\":\"?\"}}                       | UNKNOWN"
            })
    void theErrorCountsWhateverTheStatusAndWithoutOneTheStatus(int status, String body, Cause cause) {
        assertThat(diagnosis(CAMPAIGNS, status, body).cause()).isEqualTo(cause);
    }

    @Test
    void theMostTellingCodeIsQuoted() {
        assertThat(diagnosis(CAMPAIGNS, 400, "{\"error\":{\"code\":190,\"error_subcode\":463}}")
                        .code())
                .contains("190/463");
        assertThat(diagnosis(CAMPAIGNS, 400, "{\"error\":{\"message\":\"(#17) x\"}}")
                        .code())
                .contains("17");
    }

    @Test
    void whatMetaTellsPeopleReplacesWordsThatSayNothing() {
        String body = "{\"error\":{\"message\":\"Invalid parameter\",\"code\":100,\"error_subcode\":9,"
                + "\"error_user_title\":\"No payment method\",\"error_user_msg\":\"Add one.\"}}";

        Diagnosis diagnosis = diagnosis(CAMPAIGNS, 400, body);

        assertThat(diagnosis.message()).contains("No payment method: Add one.");
        assertThat(diagnosis.cause()).isEqualTo(Cause.BILLING_REQUIRED);
        assertThat(diagnosis.actor()).isEqualTo(Actor.BILLING_OWNER);
    }

    @Test
    void aBatchSaysWhatItsFirstFailingPartSays() {
        String batch =
                "[{\"code\":200,\"body\":\"{\\\"data\\\":[]}\"},{\"code\":400,\"headers\":[{\"name\":\"x-fb-trace-id\","
                        + "\"value\":\"T9\"}],\"body\":\"{\\\"error\\\":{\\\"code\\\":17,\\\"message\\\":\\\"(#17) limit\\\"}}\"}]";

        Diagnosis diagnosis = diagnosis("https://graph.facebook.com/", 200, batch);

        assertThat(diagnosis.cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(diagnosis.logId()).contains("T9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17    | x-business-use-case-usage | {\"1\":[{\"type\":\"ads_insights\",\"estimated_time_to_regain_access\":12}]} | PT12M",
                "80004 | x-ad-account-usage        | {\"acc_id_util_pct\":100,\"reset_time_duration\":100}                        | PT1M40S",
                "4     | x-business-use-case-usage | {\"1\":[{\"estimated_time_to_regain_access\":100000}]}                       | PT24H",
                "4     | retry-after               | 7                                                                            | PT7S",
                "4     | x-business-use-case-usage | no json                                                                      | PT5M"
            })
    void theHeadersSayHowLongALimitLasts(String code, String header, String value, Duration wait) {
        Answer answer = Bodies.answer(
                Platform.META, CAMPAIGNS, 400, Map.of(header, value), "{\"error\":{\"code\":" + code + "}}");

        assertThat(Bodies.diagnosis(answer).retryAfter()).contains(wait);
    }

    @Test
    void theChallengeSpeaksWhereTheBodyDoesNot() {
        Answer answer = Bodies.answer(
                Platform.META,
                CAMPAIGNS,
                400,
                Map.of(
                        "WWW-Authenticate",
                        "OAuth \"Facebook Platform\" \"invalid_token\" \"Error validating access token: Session has expired\"",
                        "X-FB-Trace-ID",
                        "T3",
                        "X-FB-Request-ID",
                        "R3"),
                "{\"error\":{\"type\":\"OAuthException\"}}");

        Diagnosis diagnosis = Bodies.diagnosis(answer);

        assertThat(diagnosis.cause()).isEqualTo(Cause.TOKEN_EXPIRED);
        assertThat(diagnosis.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(diagnosis.logId()).contains("T3");
        assertThat(diagnosis.requestId()).contains("R3");
    }

    @ParameterizedTest
    @CsvSource({
        "2,1,ACCOUNT_DISABLED",
        "2,3,BILLING_REQUIRED",
        "2,99,ACCOUNT_DISABLED",
        "3,0,BILLING_REQUIRED",
        "7,0,ACCOUNT_DISABLED",
        "8,0,BILLING_REQUIRED",
        "9,0,BILLING_REQUIRED",
        "100,0,ACCOUNT_DISABLED",
        "101,0,ACCOUNT_DISABLED",
        "77,0,UNKNOWN"
    })
    void aHealthyAnswerMayTellThatTheAccountIsNot(int status, int reason, Cause cause) {
        String account = "{\"id\":\"act_7\",\"account_status\":" + status + ",\"disable_reason\":" + reason + "}";

        assertThat(diagnosis(ACCOUNT, 200, account).cause()).isEqualTo(cause);
        assertThat(diagnosis("", 200, "{\"data\":[" + account + "]}").cause()).isEqualTo(cause);
    }

    @Test
    void onlyTheAccountAskedForCountsInAList() {
        String list = "{\"data\":[{\"id\":\"act_1\",\"account_status\":2},{\"id\":\"act_2\",\"account_status\":1}]}";
        Answer answer = Bodies.answer(Platform.META, "https://graph.facebook.com/v25.0/me/adaccounts", 200, list);

        assertThat(Diagnostician.bundled().diagnose(answer, of("2"))).isInstanceOf(Verdict.Healthy.class);
        assertThat(Diagnostician.bundled().diagnose(answer, of("act_1"))).isInstanceOf(Verdict.Failing.class);
        assertThat(Diagnostician.bundled().diagnose(answer, of("3"))).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void cancelOnTheConsentPageIsNoMissingPermission() {
        Diagnosis diagnosis = diagnosis(
                "",
                0,
                "https://app.example/cb?error=access_denied&error_code=200&error_description=Permissions+error"
                        + "&error_reason=user_denied#_=_");

        assertThat(diagnosis.cause()).isEqualTo(Cause.AUTH_CODE_INVALID);
    }

    @Test
    void otherAnswersDecideBetweenTheAccountAndOneThing() {
        Answer refused = Bodies.answer(Platform.META, CAMPAIGNS, 400, HIDDEN);

        Diagnosis unknown = Bodies.diagnosis(refused, of("7"));
        Diagnosis hidden = Bodies.diagnosis(refused, of("7").seen(Visibility.HIDDEN, Standing.ALIVE));
        Diagnosis visible = Bodies.diagnosis(refused, of("7").seen(Visibility.VISIBLE, Standing.ALIVE));

        assertThat(unknown.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(unknown.awaitsEvidence()).isTrue();
        assertThat(unknown.steps()).last().asString().contains("Re-test").contains("T1");
        assertThat(hidden.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(visible.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(visible.awaitsEvidence()).isFalse();
    }

    @Test
    void theConsentDecidesBetweenAScopeAndARole() {
        Answer denied = Bodies.answer(
                Platform.META, CAMPAIGNS, 403, "{\"error\":{\"message\":\"(#200) Permissions error\",\"code\":200}}");
        Answer owner = Bodies.answer(
                Platform.META,
                CAMPAIGNS,
                403,
                "{\"error\":{\"message\":\"(#200) Ad account owner has NOT grant ads_management or ads_read"
                        + " permission\",\"code\":200}}");
        Circumstances lacking = of("7").granted(List.of("public_profile"));
        Circumstances covered = of("7").granted(List.of("ads_read"));

        assertThat(Bodies.diagnosis(denied, lacking).cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(Bodies.diagnosis(denied, covered).cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(Bodies.diagnosis(owner, lacking).cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(Bodies.diagnosis(owner, covered).cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
    }

    @Test
    void aSystemUserIsSentToBusinessSettings() {
        Diagnosis diagnosis = Bodies.diagnosis(
                Bodies.answer(Platform.META, CAMPAIGNS, 400, HIDDEN),
                new Circumstances(
                        Optional.of("Northwind Kids"),
                        Optional.of("7"),
                        Optional.of("Northwind Agency"),
                        Optional.empty(),
                        Optional.of(ConnectedAs.SYSTEM_USER),
                        Optional.empty(),
                        List.of(),
                        Visibility.HIDDEN,
                        Standing.UNKNOWN,
                        false));

        assertThat(diagnosis.steps().getFirst()).contains("Northwind Agency").contains("System users");
    }

    private static Circumstances of(String accountId) {
        return Circumstances.unknown().of(accountId, Optional.empty());
    }

    private static Diagnosis diagnosis(String endpoint, int status, String body) {
        return Bodies.diagnosis(Bodies.answer(Platform.META, endpoint, status, body));
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled()
                .diagnose(Bodies.answer(Platform.META, endpoint, status, body), Circumstances.unknown());
    }
}
