package io.adskull.diagnosis.x;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XDialectTest {
    private static final String CAMPAIGNS = "https://ads-api.x.com/12/accounts/18ce54/campaigns";
    private static final String ACCOUNTS = "GET /12/accounts";
    private static final String UNSIGNED =
            "{\"errors\":[{\"code\":\"UNAUTHORIZED_ACCESS\",\"message\":\"This request is not properly authenticated\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request\":{\"params\":{}},\"data\":[],\"next_cursor\":null}",
                "{\"data\":{\"id\":\"1\",\"errors\":[{\"code\":\"INSIDE\"}]},\"errors\":[],\"request\":{}}",
                "{\"data\":[],\"operation_errors\":[]}",
                "oauth_token=a&oauth_token_secret=b&oauth_callback_confirmed=true"
            })
    void whatNamesNoErrorIsHealthy(String body) {
        assertThat(verdict(CAMPAIGNS, 200, body)).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict("", 0, body)).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict(CAMPAIGNS, 403, body)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"request\":{\"params\":{\"a\":\"\\\"}\"}},\"data\":[{\"name\":\"b\"}],\"next_cursor\":\"c\"}";
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
                "400 | {\"errors\":[{\"code\":\"TOO_MANY_JOBS\"}]}                                     | RATE_LIMITED",
                "0   | {\"errors\":[{\"code\":\"INVALID\",\"message\":\"Version 9 is not available\"}]} | API_VERSION_RETIRED",
                "200 | {\"errors\":[{\"code\":\"CURRENT_USER_SUSPENDED\"}],\"data\":[]}                | ACCOUNT_DISABLED",
                "400 | {\"data\":[],\"operation_errors\":[[],[{\"code\":\"INVALID_PARAMETER\"}]]}     | INVALID_REQUEST",
                "400 | {\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}      | TOKEN_INVALID",
                "0   | {\"errors\":[{\"code\":401,\"message\":\"Nothing\"}]}                          | TOKEN_INVALID",
                "403 | {\"title\":\"Forbidden\",\"type\":\"about:blank\",\"status\":403}              | RESOURCE_PERMISSION_MISSING",
                "403 | {\"title\":\"a\",\"type\":\"https://api.twitter.com/2/problems/client-forbidden\"} | APP_NOT_APPROVED",
                "0   | [{u'message': u'Invalid or expired token.', u'code': 89}]                      | TOKEN_INVALID",
                "0   | <Forbidden object code=403 details=[{'code': 'READONLY_CLIENT_APPLICATION'}]>  | SCOPE_MISSING",
                "0   | oops: {\"errors\":[{\"code\":\"OVER_CAPACITY\"}]}                             | PLATFORM_ERROR",
                "404 | <html><title>404</title></html>                                                | NOT_FOUND",
                "503 | <html><h1>503 Service Unavailable</h1></html>                                  | PLATFORM_ERROR",
                "502 | This request is not properly authenticated                                     | PLATFORM_ERROR",
                "401 | ``                                                                             | TOKEN_INVALID",
                "429 | ``                                                                             | RATE_LIMITED",
                "200 | ``                                                                             | UNKNOWN",
                "418 | {\"errors\":[{\"code\":\"SOMETHING_OF_TOMORROW\"}]}                            | UNKNOWN",
                "0   | https://a.example/back?denied=token                                            | AUTH_CODE_INVALID"
            })
    void theCodeCountsAndWithoutOneTheWords(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(answer("", status, Map.of(), body)).cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "Reverse auth credentials are invalid,AUTH_CODE_INVALID",
        "Failed to validate oauth signature and token,APP_CREDENTIALS_INVALID",
        "<error>Timestamp out of bounds</error>,INVALID_REQUEST",
        "Could not authenticate you.,APP_CREDENTIALS_INVALID"
    })
    void oauthSpeaksInPlainSentences(String body, Cause cause) {
        assertThat(Bodies.diagnosis(answer("https://api.x.com/oauth/request_token", 401, Map.of(), body))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void aResetIsMeasuredAgainstTheAnswersOwnDate() {
        Map<String, String> date = Map.of("Date", "Fri, 23 Sep 2016 02:52:57 GMT");

        assertThat(waits(date, "x-rate-limit-reset", "1474599237")).contains(Duration.ofMinutes(1));
        assertThat(waits(Map.of(), "x-rate-limit-reset", "1474599237")).contains(Duration.ofMinutes(5));
        assertThat(waits(date, "retry-after", "9")).contains(Duration.ofSeconds(9));
        assertThat(waits(date, "x-rate-limit-reset", "never")).contains(Duration.ofMinutes(5));
        Map<String, String> both = Map.of(
                "date", "Fri, 23 Sep 2016 02:52:57 GMT",
                "x-account-rate-limit-remaining", "5",
                "x-account-rate-limit-reset", "1474599187",
                "x-rate-limit-remaining", "0");
        assertThat(waits(both, "x-rate-limit-reset", "1474599237")).contains(Duration.ofMinutes(1));
    }

    @Test
    void theIdForSupportStandsInAHeader() {
        Answer answer = answer(CAMPAIGNS, 401, Map.of("X-Transaction-Id", "T1"), UNSIGNED);
        assertThat(Bodies.diagnosis(answer).logId()).contains("T1");
    }

    @ParameterizedTest
    @CsvSource({"REJECTED,ACCOUNT_DISABLED", "UNDER_REVIEW,ACCOUNT_DISABLED", "OF_TOMORROW,UNKNOWN"})
    void aHealthyAnswerMayTellThatTheAccountIsNot(String status, Cause cause) {
        String body = "{\"data\":[" + account("a1", status, false) + "]}";
        assertThat(Bodies.diagnosis(answer(ACCOUNTS, 200, Map.of(), body)).cause())
                .isEqualTo(cause);
        assertThat(Bodies.diagnosis(answer("", 0, Map.of(), body)).cause()).isEqualTo(cause);
    }

    @Test
    void onlyTheAccountAskedForCountsInAList() {
        String body = "{\"data\":[" + account("a1", "ACCEPTED", true) + "," + account("a2", "ACCEPTED", false) + "]}";
        Answer list = answer(ACCOUNTS, 200, Map.of(), body);

        assertThat(verdict(ACCOUNTS, 200, body)).isInstanceOf(Verdict.Healthy.class);
        assertThat(Bodies.diagnosis(list, Circumstances.unknown().of("a1", Optional.empty()))
                        .cause())
                .isEqualTo(Cause.ACCOUNT_DISABLED);
        assertThat(Diagnostician.bundled()
                        .diagnose(list, Circumstances.unknown().of("a2", Optional.empty())))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void waysOfPayingOfWhichNoneCanFundAreAPaymentProblem() {
        String none = "{\"data\":[{\"id\":\"1\",\"able_to_fund\":false}]}";
        String one = "{\"data\":[{\"able_to_fund\":false},{\"able_to_fund\":true}]}";
        String path = "GET /12/accounts/18ce54/funding_instruments";

        assertThat(Bodies.diagnosis(answer(path, 200, Map.of(), none)).cause()).isEqualTo(Cause.BILLING_REQUIRED);
        assertThat(verdict(path, 200, one)).isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict(path, 200, "{\"data\":[]}")).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void anApprovalOfAnAdIsNoStateOfTheAccount() {
        String ad = "{\"data\":[{\"id\":\"1\",\"approval_status\":\"REJECTED\",\"tweet_id\":\"2\"}]}";
        assertThat(verdict("", 200, ad)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void otherAnswersDecideWhetherTheKeyIsDeadOrTheSignatureWrong() {
        Answer refused = answer(CAMPAIGNS, 401, Map.of(), UNSIGNED);

        Diagnosis unknown = Bodies.diagnosis(refused);
        Diagnosis alive = Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.UNKNOWN, Standing.ALIVE));
        Diagnosis inVain = Bodies.diagnosis(refused, inVain());

        assertThat(unknown.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(unknown.awaitsEvidence()).isTrue();
        assertThat(alive.cause()).isEqualTo(Cause.INVALID_REQUEST);
        assertThat(inVain.cause()).isEqualTo(Cause.APP_CREDENTIALS_INVALID);
    }

    @Test
    void aKeyFromBeforeTheApprovalIsMadeAnewUnlessThatWasInVain() {
        Answer refused = answer(
                CAMPAIGNS, 403, Map.of(), "{\"errors\":[{\"code\":\"INSUFFICIENT_USER_AUTHORIZED_PERMISSION\"}]}");

        assertThat(Bodies.diagnosis(refused).actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(Bodies.diagnosis(refused).steps()).anyMatch(step -> step.contains("Reconnect"));
        assertThat(Bodies.diagnosis(refused, inVain()).actor()).isEqualTo(Actor.DEVELOPER);
    }

    @Test
    void anAccountThatIsRefusedAsNotFoundMayBeHidden() {
        Answer refused = answer(
                "GET /12/accounts/18ce54",
                403,
                Map.of(),
                "{\"errors\":[{\"code\":\"NOT_FOUND\",\"message\":\"Account 18ce54 was not found\"}]}");

        assertThat(Bodies.diagnosis(refused).cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(Bodies.diagnosis(refused).steps().getLast()).contains("Re-test");
        assertThat(Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.HIDDEN, Standing.UNKNOWN))
                        .actor())
                .isEqualTo(Actor.BUSINESS_ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "dns", "tls"})
    void noAnswerIsNobodysFault(String why) {
        Answer silence = new Answer(
                Platform.X, Optional.of(CAMPAIGNS), Optional.empty(), Optional.of(why), Map.of(), new byte[0]);
        assertThat(Bodies.diagnosis(silence).cause()).isEqualTo(Cause.PLATFORM_ERROR);
    }

    @Test
    void anAnswerOfUnknownOriginIsKnownByItsEnvelope() {
        XDialect dialect = new XDialect();
        assertThat(dialect.resemblance(sample("{\"errors\":[{\"code\":\"X_Y\"}],\"request\":{\"params\":{}}}")))
                .isGreaterThan(60);
        assertThat(dialect.resemblance(sample("{\"error\":\"invalid_grant\"}"))).isZero();
        assertThat(dialect.resemblance(sample("{\"code\":40105,\"message\":\"x\",\"request_id\":\"1\"}")))
                .isZero();
    }

    private static Sample sample(String body) {
        return Sample.of(Optional.empty(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String account(String id, String approval, boolean deleted) {
        return "{\"id\":\"" + id + "\",\"timezone\":\"UTC\",\"approval_status\":\"" + approval + "\",\"deleted\":"
                + deleted + "}";
    }

    private static Optional<Duration> waits(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return Bodies.diagnosis(answer(CAMPAIGNS, 429, all, "{\"errors\":[{\"code\":\"TOO_MANY_REQUESTS\"}]}"))
                .retryAfter();
    }

    private static Circumstances inVain() {
        return new Circumstances(
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
    }

    private static Answer answer(String endpoint, int status, Map<String, String> headers, String body) {
        return Bodies.answer(Platform.X, endpoint, status, headers, body);
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled().diagnose(answer(endpoint, status, Map.of(), body), Circumstances.unknown());
    }
}
