package io.adskull.diagnosis.microsoft;

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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftDialectTest {
    private static final String TRACKING = "11111111-2222-3333-4444-555555555555";
    private static final String SOAP =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body></s:Envelope>";
    private static final String FAULT = SOAP.formatted("""
                    <s:Fault><faultcode>s:Server</faultcode><faultstring>Invalid client data. Check the SOAP fault \
                    details for more information. TrackingId: %s.</faultstring><detail><AdApiFaultDetail>\
                    <TrackingId>%s</TrackingId><Errors><AdApiError><Code>%s</Code><Detail i:nil="true"/>\
                    <ErrorCode>%s</ErrorCode><Message>%s</Message></AdApiError></Errors></AdApiFaultDetail>\
                    </detail></s:Fault>""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Campaigns\":[{\"Id\":1,\"Name\":\"mirror\",\"Status\":\"Active\"}]}",
                "{\"CampaignIds\":[1],\"PartialErrors\":[]}",
                "{\"CampaignIds\":[1],\"PartialErrors\":null}",
                "{\"CampaignIds\":[1],\"PartialErrors\":[null]}",
                "{\"Account\":{\"Id\":\"5\",\"AccountLifeCycleStatus\":\"Active\"}}",
                "{\"ReportRequestStatus\":{\"Status\":\"Pending\",\"ReportDownloadUrl\":null}}",
                "{\"access_token\":\"x\",\"refresh_token\":\"y\",\"expires_in\":3599}",
                "<s:Envelope><s:Body><GetUserResponse><User/></GetUserResponse></s:Body></s:Envelope>"
            })
    void whatCarriesNoErrorIsHealthy(String body) {
        assertThat(verdict(200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Campaigns\":[{\"Name\":\"a\\\\\\\"}\"},{\"Id\":1}],\"PartialErrors\":[]}",
                "<s:Envelope><s:Body><GetUserResponse><User/></GetUserResponse></s:Body></s:Envelope>"
            })
    void aBodyCutAnywhereIsNeverHealthy(String whole) {
        for (int length = 0; length < whole.length(); length++) {
            assertThat(verdict(200, whole.substring(0, length)))
                    .as(whole.substring(0, length))
                    .isInstanceOf(Verdict.Failing.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void aSoapFaultCountsWhateverTheStatus(int status) {
        Diagnosis diagnosis = failing(
                status,
                FAULT.formatted(
                        TRACKING, TRACKING, 109, "AuthenticationTokenExpired", "Authentication token expired."));
        assertThat(diagnosis.cause()).isEqualTo(Cause.TOKEN_EXPIRED);
        assertThat(diagnosis.code()).contains("AuthenticationTokenExpired");
        assertThat(diagnosis.message()).contains("Authentication token expired.");
        assertThat(diagnosis.logId()).contains(TRACKING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[(AdApiError){\n Code = \"117\"\n Detail = None\n ErrorCode = \"CallRateExceeded\"\n Message = \"x\"\n }]",
                "{'Code': '117', 'Detail': None, 'ErrorCode': 'CallRateExceeded', 'Message': 'x'}",
                "{:code=>\"117\", :detail=>nil, :error_code=>\"CallRateExceeded\", :message=>\"x\"}",
                "Array ( [Code] => 117 [ErrorCode] => CallRateExceeded [Message] => x )",
                "[\"Code\"]=> string(3) \"117\" [\"Detail\"]=> NULL [\"Message\"]=> string(1) \"x\"",
                "{\"faultstring\":\"Invalid client data.\",\"detail\":{\"AdApiFaultDetail\":{\"Errors\":{\"AdApiError\":"
                        + "{\"Code\":\"117\",\"ErrorCode\":\"CallRateExceeded\",\"Message\":\"x\"}}}}}",
                "&lt;Code&gt;117&lt;/Code&gt;&lt;ErrorCode&gt;CallRateExceeded&lt;/ErrorCode&gt;"
            })
    void aFaultIsReadHoweverAnSdkPrintsIt(String body) {
        assertThat(failing(null, body).cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void aFaultWithoutItsDetailsIsUnknownAndKeepsTheTrackingId() {
        Diagnosis diagnosis = failing(
                500,
                "suds.WebFault: Server raised fault: 'Invalid client data. Check the SOAP fault details for more"
                        + " information. TrackingId: " + TRACKING + ".'");
        assertThat(diagnosis.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(diagnosis.logId()).contains(TRACKING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "207 | ConcurrentRequestOverLimit | wait | RATE_LIMITED",
                "207 | InvalidAddressLine | Address Line3 is invalid | INVALID_REQUEST",
                "106 | UserIsNotAuthorized | The user does not represent a authorized developer. | APP_NOT_APPROVED",
                "106 | UserIsNotAuthorized | no access | RESOURCE_PERMISSION_MISSING",
                "9999 | CampaignServiceSomethingNotEligibleForPilot | x | APP_NOT_APPROVED",
                "9999 | CampaignServiceDuplicateSomething | x | CONFLICT",
                "0 | InternalError | An internal error has occurred. | PLATFORM_ERROR"
            })
    void aNameSaysMoreThanItsNumber(int code, String name, String message, Cause cause) {
        String body = "{\"Errors\":[{\"Code\":%d,\"ErrorCode\":\"%s\",\"Message\":\"%s\"}],\"TrackingId\":\"x\"}";
        assertThat(failing(500, body.formatted(code, name, message)).cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "50076 | you must use multi-factor authentication to access | USER_ACTION_REQUIRED | ACCOUNT_USER",
                "50173 | The provided grant has expired due to it being revoked | REFRESH_TOKEN_INVALID | ACCOUNT_USER",
                "54005 | Authorization code was already redeemed | AUTH_CODE_INVALID | ACCOUNT_USER",
                "65001 | The user or administrator has not consented to use the application"
                        + " | REFRESH_TOKEN_INVALID | ACCOUNT_USER",
                "65004 | User declined to consent to access the app | AUTH_CODE_INVALID | ACCOUNT_USER",
                "650052 | your organization lacks a service principal for | USER_ACTION_REQUIRED | BUSINESS_ADMIN",
                "70000 | The provided value for the 'code' parameter is not valid | AUTH_CODE_INVALID | ACCOUNT_USER",
                "70000 | 'refresh_token' or 'assertion' is not valid | REFRESH_TOKEN_INVALID | ACCOUNT_USER",
                "7000222 | The provided client secret keys are expired | APP_CREDENTIALS_INVALID | DEVELOPER",
                "90072 | User account from identity provider does not exist in tenant"
                        + " | ACCOUNT_ACCESS_MISSING | ACCOUNT_USER",
                "50011 | The reply url does not match | INVALID_REQUEST | DEVELOPER"
            })
    void signInIsReadByItsNumberFirst(String number, String sentence, Cause cause, Actor actor) {
        String said = "AADSTS" + number + ": " + sentence + ". Trace ID: " + TRACKING;
        for (String body : new String[] {
            "{\"error\":\"invalid_grant\",\"error_description\":\"" + said + "\",\"error_codes\":[" + number + "]}",
            "error_code: invalid_grant, error_description: " + said,
            "<html><head><title>Sign in to your account</title></head><body>" + said + "</body></html>"
        }) {
            Diagnosis diagnosis = failing(400, body);
            assertThat(diagnosis.cause()).as(body).isEqualTo(cause);
            assertThat(diagnosis.actor()).as(body).isEqualTo(actor);
            assertThat(diagnosis.code()).contains("AADSTS" + number);
            assertThat(diagnosis.logId()).contains(TRACKING);
        }
    }

    @Test
    void aPartialErrorInsideOfSuccessIsHeard() {
        String body = "{\"AudienceIds\":[],\"PartialErrors\":[null,{\"ErrorCode\":"
                + "\"CustomerListTermsAndConditionsNotAccepted\",\"Message\":\"Terms and conditions not accepted\"}]}";
        assertThat(failing(200, body).cause()).isEqualTo(Cause.USER_ACTION_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "Suspended, , ACCOUNT_DISABLED, BUSINESS_ADMIN",
        "Pause, 1, ACCOUNT_DISABLED, BUSINESS_ADMIN",
        "Pause, 2, BILLING_REQUIRED, BILLING_OWNER",
        "Pending, , ACCOUNT_DISABLED, BUSINESS_ADMIN",
        "SomethingNew, , UNKNOWN, DEVELOPER"
    })
    void theStateOfAnAccountIsADiagnosis(String status, String reason, Cause cause, Actor actor) {
        String pause = reason == null ? "null" : reason;
        String json = "{\"Account\":{\"Id\":\"5\",\"AccountLifeCycleStatus\":\"%s\",\"PauseReason\":%s}}";
        String xml = SOAP.formatted(
                "<A><a:AccountLifeCycleStatus>%s</a:AccountLifeCycleStatus>" + "<a:PauseReason>%s</a:PauseReason></A>");
        for (String body : new String[] {json.formatted(status, pause), xml.formatted(status, pause)}) {
            Diagnosis diagnosis = failing(200, body);
            assertThat(diagnosis.cause()).as(body).isEqualTo(cause);
            assertThat(diagnosis.actor()).as(body).isEqualTo(actor);
        }
    }

    @Test
    void aRefusedUserWaitsForTheAccountsOtherAnswers() {
        String body = "{\"Code\":\"106\",\"ErrorCode\":\"UserIsNotAuthorized\",\"Message\":\"Not authorized.\"}";
        Circumstances nothing = Circumstances.unknown();
        assertThat(failing(500, body).awaitsEvidence()).isTrue();
        assertThat(failing(500, body, nothing.seen(Visibility.HIDDEN, Standing.ALIVE))
                        .cause())
                .isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(failing(500, body, nothing.seen(Visibility.VISIBLE, Standing.ALIVE))
                        .cause())
                .isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "503 | <html><head><title>Service Unavailable</title></head></html> | PLATFORM_ERROR",
                "401 | `` | TOKEN_EXPIRED",
                "200 | `` | UNKNOWN",
                "500 | {\"TrackingId\":\"x\"} | UNKNOWN",
                "502 | Bad Gateway | PLATFORM_ERROR"
            })
    void whatIsNoEnvelopeIsReadAllTheSame(int status, String body, Cause cause) {
        assertThat(failing(status, body).cause()).isEqualTo(cause);
    }

    @Test
    void itsAnswersAreRecognised() {
        assertThat(likeness("", "AADSTS70000: x")).isGreaterThanOrEqualTo(60);
        assertThat(likeness("", FAULT)).isGreaterThanOrEqualTo(60);
        assertThat(likeness("https://campaign.api.bingads.microsoft.com", "x")).isEqualTo(100);
        assertThat(likeness("", "{\"error\":\"invalid_grant\"}")).isZero();
    }

    private static int likeness(String address, String body) {
        return new MicrosoftDialect()
                .resemblance(Sample.of(Optional.of(address), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Diagnosis failing(@Nullable Integer status, String body) {
        return failing(status, body, Circumstances.unknown());
    }

    private static Diagnosis failing(@Nullable Integer status, String body, Circumstances circumstances) {
        Verdict verdict = Diagnostician.bundled().diagnose(answer(status, body), circumstances);
        assertThat(verdict).as(body).isInstanceOf(Verdict.Failing.class);
        return ((Verdict.Failing) verdict).diagnosis();
    }

    private static Verdict verdict(int status, String body) {
        return Diagnostician.bundled().diagnose(answer(status, body), Circumstances.unknown());
    }

    private static Answer answer(@Nullable Integer status, String body) {
        return new Answer(
                Platform.MICROSOFT,
                Optional.empty(),
                Optional.ofNullable(status),
                Optional.empty(),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
