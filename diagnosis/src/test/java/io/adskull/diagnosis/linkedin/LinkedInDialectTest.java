package io.adskull.diagnosis.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInDialectTest {
    private static final String ANALYTICS = "/rest/adAnalytics?q=analytics";
    private static final String ACCOUNTS = "/rest/adAccounts?q=search";
    private static final String DENIED = """
            {"status":403,"serviceErrorCode":100,"code":"ACCESS_DENIED",\
            "message":"Not enough permissions to access: adAnalytics.FINDER-analytics.20250101"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"elements\":[],\"paging\":{\"start\":0,\"count\":10,\"links\":[]}}",
                "{\"elements\":[{\"impressions\":3,\"status\":\"PAUSED\"}]}",
                "{\"id\":5,\"status\":\"DRAFT\",\"name\":\"mirror\"}",
                "{\"results\":{\"1\":{\"id\":1}},\"errors\":{},\"statuses\":{}}",
                "{\"access_token\":\"x\",\"expires_in\":5184000}"
            })
    void whatCarriesNoErrorIsHealthy(String body) {
        assertThat(verdict(ANALYTICS, 200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole = "{\"elements\":[{\"name\":\"a\\\\\\\"}\"},{\"id\":1}],\"paging\":{\"links\":[]}}";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(ANALYTICS, 200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":1,\"a\":{\"displayImage!\":{\"serviceErrorCode\":101,\"message\":\"Resource level throttle limit for"
                        + " calls to this resource is reached.\",\"status\":429}}} | RATE_LIMITED",
                "{\"elements\":[{\"status\":201},{\"status\":403,\"error\":{\"status\":403,\"serviceErrorCode\":100,"
                        + "\"message\":\"Not enough permissions to access: POST /adCampaigns\"}}]} | SCOPE_MISSING",
                "{\"results\":{},\"errors\":{\"5\":{\"message\":\"Could not find entity\",\"status\":404}}} | NOT_FOUND"
            })
    void anErrorInsideOfSuccessIsHeard(String body, Cause cause) {
        assertThat(failing(ANALYTICS, 200, body).cause()).isEqualTo(cause);
    }

    @Test
    void theDayInAThrottleTellsAQuotaFromARate() {
        String text = "{\"status\":429,\"message\":\"Resource level throttle %s limit for calls is reached.\"}";
        assertThat(failing(ANALYTICS, 429, text.formatted("MEMBER DAY")).cause())
                .isEqualTo(Cause.QUOTA_EXHAUSTED);
        assertThat(failing(ANALYTICS, 429, text.formatted("APPLICATION_AND_MEMBER DAY"))
                        .cause())
                .isEqualTo(Cause.QUOTA_EXHAUSTED);
        assertThat(failing(ANALYTICS, 429, text.formatted("MEMBER")).cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void aMissingScopeIsTakenForOneUntilTheGrantedScopesCoverTheCall() {
        Diagnosis unknown = failing(ANALYTICS, 403, DENIED);
        assertThat(unknown.cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(unknown.awaitsEvidence()).isTrue();
        assertThat(unknown.check()).isPresent();
        Diagnosis covered = failing(DENIED, Circumstances.unknown().granted(List.of("r_ads_reporting", "r_ads")));
        assertThat(covered.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(covered.actor()).isEqualTo(Actor.BUSINESS_ADMIN);
        Diagnosis lacking = failing(DENIED, Circumstances.unknown().granted(List.of("r_ads")));
        assertThat(lacking.cause()).isEqualTo(Cause.SCOPE_MISSING);
        assertThat(lacking.awaitsEvidence()).isFalse();
    }

    @Test
    void anAccountThatIsOtherwiseVisibleLacksOnlyARole() {
        String body = "{\"status\":403,\"message\":\"User does not have permission to access the ad account\"}";
        Circumstances nothing = Circumstances.unknown();
        assertThat(failing(body, nothing).cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(failing(body, nothing.seen(Visibility.VISIBLE, Standing.ALIVE))
                        .cause())
                .isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(failing(body, nothing.seen(Visibility.HIDDEN, Standing.ALIVE))
                        .cause())
                .isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, BILLING_HOLD, BILLING_REQUIRED, BILLING_OWNER",
        "ACTIVE, RESTRICTED_HOLD, ACCOUNT_DISABLED, BUSINESS_ADMIN",
        "CANCELED, STOPPED, ACCOUNT_DISABLED, BUSINESS_ADMIN",
        "DRAFT, STOPPED, USER_ACTION_REQUIRED, BUSINESS_ADMIN",
        "SOMETHING_NEW, STOPPED, UNKNOWN, DEVELOPER"
    })
    void theStateOfAnAccountIsADiagnosis(String status, String serving, Cause cause, Actor actor) {
        Diagnosis diagnosis = failing(ACCOUNTS, 200, accounts(status, serving));
        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.actor()).isEqualTo(actor);
    }

    @Test
    void theStateOfAnotherAccountIsNobodysBusiness() {
        String both = "{\"elements\":[{\"id\":1,\"status\":\"CANCELED\"},{\"id\":2,\"status\":\"ACTIVE\"}]}";
        Circumstances second = Circumstances.unknown().of("2", Optional.empty());
        assertThat(Diagnostician.bundled().diagnose(answer(ACCOUNTS, 200, Map.of(), both), second))
                .isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict("/rest/adAccounts/1/adCampaigns?q=search", 200, accounts("PAUSED", "STOPPED")))
                .isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict(ACCOUNTS, 200, accounts("ACTIVE", "RUNNABLE"))).isInstanceOf(Verdict.Healthy.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "503 | <html><head><title>503 Service Unavailable</title></head></html> | PLATFORM_ERROR",
                "429 | `` | RATE_LIMITED",
                "401 | `` | TOKEN_EXPIRED",
                "200 | `` | UNKNOWN",
                "403 | 403 Client Error: Forbidden for url: https://api.linkedin.com/rest/x?token=expired"
                        + " | RESOURCE_PERMISSION_MISSING",
                "400 | error=user_cancelled_login&error_description=The+user+cancelled | AUTH_CODE_INVALID",
                "400 | {\"error\":\"unauthorized_scope_error\",\"error_description\":\"Scope &quot;r_ads&quot; is not"
                        + " authorized for your application\"} | SCOPE_MISSING",
                "401 | {\"ErrorCode\":0,\"Message\":\"Unable to verify access token\",\"Status\":401} | TOKEN_INVALID"
            })
    void whatIsNoEnvelopeIsReadAllTheSame(int status, String body, Cause cause) {
        assertThat(failing("", status, body).cause()).isEqualTo(cause);
    }

    @Test
    void theIdForSupportIsKept() {
        Answer answer = answer(ANALYTICS, 403, Map.of("x-li-uuid", "AAYx"), DENIED);
        Verdict verdict = Diagnostician.bundled().diagnose(answer, Circumstances.unknown());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failing.class, f -> assertThat(
                        f.diagnosis().logId())
                .contains("AAYx"));
    }

    @Test
    void itsAnswersAreRecognised() {
        assertThat(likeness("", DENIED)).isGreaterThanOrEqualTo(60);
        assertThat(likeness("https://api.linkedin.com/rest/me", "x")).isEqualTo(100);
        assertThat(likeness("", "{\"error\":\"invalid_grant\"}")).isZero();
    }

    private static int likeness(String address, String body) {
        return new LinkedInDialect()
                .resemblance(Sample.of(Optional.of(address), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accounts(String status, String serving) {
        return "{\"elements\":[{\"id\":507,\"currency\":\"EUR\",\"status\":\"%s\",\"servingStatuses\":[\"%s\"]}]}"
                .formatted(status, serving);
    }

    private static Diagnosis failing(String body, Circumstances circumstances) {
        Verdict verdict = Diagnostician.bundled().diagnose(answer(ANALYTICS, 403, Map.of(), body), circumstances);
        assertThat(verdict).isInstanceOf(Verdict.Failing.class);
        return ((Verdict.Failing) verdict).diagnosis();
    }

    private static Diagnosis failing(String endpoint, int status, String body) {
        Verdict verdict = verdict(endpoint, status, body);
        assertThat(verdict).as(body).isInstanceOf(Verdict.Failing.class);
        return ((Verdict.Failing) verdict).diagnosis();
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled().diagnose(answer(endpoint, status, Map.of(), body), Circumstances.unknown());
    }

    private static Answer answer(String endpoint, int status, Map<String, String> headers, String body) {
        return new Answer(
                Platform.LINKEDIN,
                Optional.of(endpoint).filter(path -> !path.isEmpty()),
                Optional.of(status),
                Optional.empty(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
