package io.adskull.diagnosis.snapchat;

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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapchatDialectTest {
    private static final String CAMPAIGNS = "/v1/adaccounts/123/campaigns";
    private static final String TOKENS = "https://accounts.snapchat.com/login/oauth2/access_token";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request_status\":\"SUCCESS\",\"request_id\":\"1\",\"campaigns\":[]}",
                "{\"request_status\":\"success\",\"campaigns\":[{\"sub_request_status\":\"success\",\"campaign\":{\"status\":\"PAUSED\"}}]}",
                "{\"request_status\":\"SUCCESS\",\"ads\":[{\"sub_request_status\":\"ERROR\",\"sub_request_error_reason\":\"x\"},"
                        + "{\"sub_request_status\":\"SUCCESS\",\"ad\":{}}]}",
                "{\"me\":{\"id\":\"1\"},\"request_id\":\"1\"}",
                "{\"access_token\":\"x\",\"expires_in\":1800,\"refresh_token\":\"y\",\"token_type\":\"Bearer\"}",
                "{\"status\":\"VALID\",\"reason\":\"Events have been processed successfully.\"}",
                "{\"status\":\"OK\",\"reason\":\"All records processed\"}"
            })
    void successIsHealthy(String body) {
        assertThat(verdict(CAMPAIGNS, 200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole =
                "{\"request_status\":\"SUCCESS\",\"campaigns\":[{\"sub_request_status\":\"SUCCESS\",\"campaign\":{}}]}";
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
                "200 | {\"request_status\":\"ERROR\",\"debug_message\":\"Caller does not have permission\",\"error_code\":\"E3002\"} | RESOURCE_PERMISSION_MISSING",
                "0   | {\"request_status\":\"ERROR\",\"error_code\":\"E3002\"}                      | RESOURCE_PERMISSION_MISSING",
                "404 | {\"request_status\":\"ERROR\",\"debug_message\":\"Resource can not be found\",\"error_code\":\"E3003\"} | NOT_FOUND",
                "401 | {\"request_status\":\"ERROR\",\"debug_message\":\"\",\"error_code\":\"E1001\"} | TOKEN_EXPIRED",
                "400 | {\"request_status\":\"ERROR\",\"debug_message\":\"?\",\"error_code\":\"E2077\"} | INVALID_REQUEST",
                "400 | {\"request_status\":\"ERROR\",\"debug_message\":\"Response size too large\",\"error_code\":\"E9001\"} | INVALID_REQUEST",
                "200 | {\"request_status\":\"SUCCESS\",\"ads\":[{\"sub_request_status\":\"ERROR\",\"sub_request_error_reason\":\"Ad Squad not found\"}]} | NOT_FOUND",
                "200 | {\"request_status\":\"SUCCESS\",\"ads\":[{\"sub_request_status\":\"ERROR\",\"error\":{\"error_type\":\"E2025\",\"message\":\"?\"}}]} | INVALID_REQUEST",
                "0   | {\"code\":401,\"message\":\"Invalid OAuth token\"}                           | TOKEN_EXPIRED",
                "401 | unauthorized                                                                | TOKEN_EXPIRED",
                "0   | 401 Client Error: Unauthorized for url: https://adsapi.snapchat.com/v1/me   | TOKEN_EXPIRED",
                "0   | 404 Client Error: Not Found for url: https://adsapi.snapchat.com/v1/x/1     | NOT_FOUND",
                "0   | Snapchat API error 403: {\"request_status\":\"ERROR\",\"error_code\":\"E3002\"} | RESOURCE_PERMISSION_MISSING",
                "429 | ``                                                                          | RATE_LIMITED",
                "500 | ``                                                                          | PLATFORM_ERROR",
                "200 | ``                                                                          | UNKNOWN",
                "200 | {\"request_status\":\"ERROR\"}                                              | UNKNOWN"
            })
    void errorsAreReadWhateverTheStatus(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(Platform.SNAPCHAT, CAMPAIGNS, status, body))
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void anEmptyAnswerToARenewalRefusesNothing() {
        Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer(Platform.SNAPCHAT, TOKENS, 200, ""));

        assertThat(diagnosis.cause()).isEqualTo(Cause.PLATFORM_ERROR);
        assertThat(diagnosis.retryable()).isTrue();
    }

    @Test
    void theKeyForConversionsIsNotRenewed() {
        Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer(
                Platform.SNAPCHAT,
                "https://tr.snapchat.com/v2/conversion",
                400,
                "{\"status\":\"FAILED\",\"reason\":\"Invalid token\"}"));

        assertThat(diagnosis.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(diagnosis.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(diagnosis.resource()).contains(Resource.PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"DISABLED,ACCOUNT_DISABLED", "PENDING,ACCOUNT_DISABLED", "OF_TOMORROW,UNKNOWN"})
    void aHealthyAnswerMayTellThatTheAccountIsNot(String status, Cause cause) {
        Diagnosis diagnosis =
                Bodies.diagnosis(Bodies.answer(Platform.SNAPCHAT, "/v1/adaccounts/1", 200, accounts("1", status)));

        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.evidence()).anyMatch(sentence -> sentence.contains(status));
    }

    @Test
    void anActiveAccountIsHealthy() {
        assertThat(verdict("/v1/adaccounts/1", 200, accounts("1", "ACTIVE"))).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void otherAnswersTellTheAccountFromOneThingInIt() {
        Answer refused = Bodies.answer(
                Platform.SNAPCHAT,
                "/v1/segments/1/users",
                403,
                "{\"request_status\":\"ERROR\",\"request_id\":\"r1\",\"debug_message\":\"Caller does not have permission\","
                        + "\"error_code\":\"E3002\"}");
        Diagnosis hidden = Bodies.diagnosis(refused, Circumstances.unknown().seen(Visibility.HIDDEN, Standing.UNKNOWN));

        assertThat(Bodies.diagnosis(refused).awaitsEvidence()).isTrue();
        assertThat(Bodies.diagnosis(refused).requestId()).contains("r1");
        assertThat(Bodies.diagnosis(refused).resource()).contains(Resource.AUDIENCES);
        assertThat(hidden.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
    }

    @Test
    void itsOwnEnvelopeIsRecognised() {
        Sample own = Sample.of(
                Optional.empty(), Map.of(), "{\"request_status\":\"ERROR\"}".getBytes(StandardCharsets.UTF_8));
        Sample other = Sample.of(Optional.empty(), Map.of(), "{\"error\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(new SnapchatDialect().resemblance(own)).isEqualTo(90);
        assertThat(new SnapchatDialect().resemblance(other)).isZero();
    }

    private static String accounts(String id, String status) {
        return "{\"request_status\":\"SUCCESS\",\"adaccounts\":[{\"sub_request_status\":\"SUCCESS\",\"adaccount\":{\"id\":\""
                + id + "\",\"status\":\"" + status + "\"}}]}";
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled()
                .diagnose(Bodies.answer(Platform.SNAPCHAT, endpoint, status, body), Circumstances.unknown());
    }
}
