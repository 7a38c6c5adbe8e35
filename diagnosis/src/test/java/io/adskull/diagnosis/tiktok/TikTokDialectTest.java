package io.adskull.diagnosis.tiktok;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokDialectTest {
    private static final String CAMPAIGNS = "/open_api/v1.3/campaign/get/";
    private static final String INFO = "/open_api/v1.3/advertiser/info/";
    private static final String LOGIN_KIT = "https://open.tiktokapis.com/v2/user/info/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"message\":\"OK\",\"request_id\":\"1\",\"data\":{\"list\":[]}}",
                " { \"code\" : 0 , \"message\" : \"a \\\" } quote\" }\n",
                "{\"message\":\"OK\",\"data\":{},\"code\":0}",
                "{\"code\":\"0\",\"message\":\"OK\"}",
                "{\"code\":20001,\"message\":\"Partially successful\",\"data\":{\"errors\":[{\"code\":40002}]}}"
            })
    void successIsHealthyWhateverTheOrderOfItsFields(String body) {
        assertThat(verdict(CAMPAIGNS, 200, body)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void loginKitSaysOkInWords() {
        assertThat(verdict(
                        LOGIN_KIT,
                        200,
                        "{\"data\":{\"user\":{}},\"error\":{\"code\":\"ok\",\"message\":\"\",\"log_id\":\"1\"}}"))
                .isInstanceOf(Verdict.Healthy.class);
        assertThat(verdict(
                        "https://open.tiktokapis.com/v2/oauth/token/",
                        200,
                        "{\"access_token\":\"x\",\"expires_in\":86400}"))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void theFirstLoginKitHidesItsWordsInTheData() {
        String body =
                "{\"data\":{\"description\":\"Access token expired\",\"error_code\":10008},\"message\":\"error\"}";

        Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer("https://open-api.tiktok.com/user/info/", 200, body));

        assertThat(diagnosis.cause()).isEqualTo(Cause.TOKEN_EXPIRED);
        assertThat(diagnosis.actor()).isEqualTo(Actor.AUTOMATIC);
        assertThat(diagnosis.message()).contains("Access token expired");
    }

    @Test
    void aBodyCutAnywhereIsNeverHealthy() {
        String whole =
                "{\"code\":0,\"message\":\"OK\",\"data\":{\"list\":[{\"name\":\"a\\\\\\\"}\"},{\"id\":1}],\"more\":{}}}";
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
                "200 | {\"code\": 400                                     | UNKNOWN",
                "200 | {\"code\":40105,\"message\":\"Access to           | TOKEN_INVALID",
                "200 | ``                                                  | UNKNOWN",
                "200 | []                                                  | UNKNOWN",
                "200 | 42                                                  | UNKNOWN",
                "200 | null                                                | UNKNOWN",
                "200 | \"ERROR Message.\"                                  | UNKNOWN",
                "200 | {\"data\":{\"list\":[]}}                            | UNKNOWN",
                "200 | <html><body>Please wait</body></html>               | UNKNOWN",
                "503 | ``                                                  | PLATFORM_ERROR",
                "502 | <html><title>502 Bad Gateway</title></html>         | PLATFORM_ERROR",
                "504 | stream timeout                                      | PLATFORM_ERROR",
                "500 | {\"error\":\"Internal Server Error\"}               | PLATFORM_ERROR",
                "502 | You don't have permission                           | PLATFORM_ERROR",
                "0   | <html><h1>504 Gateway Time-out</h1></html>          | PLATFORM_ERROR",
                "429 | ``                                                  | RATE_LIMITED",
                "404 | 404 page not found                                  | NOT_FOUND",
                "403 | <HTML><TITLE>Access Denied</TITLE></HTML>           | NETWORK_RESTRICTED",
                "401 | Unauthorized                                        | TOKEN_INVALID",
                "500 | {\"code\":40100,\"message\":\"Too many\"}           | RATE_LIMITED",
                "401 | {\"code\":40100,\"message\":\"Too many requests\"}  | RATE_LIMITED",
                "200 | {\"code\":\"40105\"}                                | TOKEN_INVALID",
                "200 | {\"code\":40133}                                    | RATE_LIMITED",
                "200 | [{\"code\":40133,\"message\":\"x\"}]                | RATE_LIMITED",
                "200 | TikTok API error 40105: nope                        | TOKEN_INVALID",
                "200 | TikTok 40100 : limite                               | RATE_LIMITED",
                "200 | 40105: nope                                         | TOKEN_INVALID",
                "200 | call failed: {\"code\":40102,\"message\":\"old\"}   | TOKEN_EXPIRED",
                "200 | {\"error\":{\"code\":40105,\"message\":\"bad\"}}    | TOKEN_INVALID",
                "200 | {\"code\":58888,\"message\":\"?\"}                  | PLATFORM_ERROR",
                "200 | {\"code\":47777,\"message\":\"?\"}                  | UNKNOWN"
            })
    void theEnvelopeCountsAndWithoutOneTheStatus(int status, String body, Cause cause) {
        assertThat(Bodies.diagnosis(Bodies.answer(CAMPAIGNS, status, body)).cause())
                .isEqualTo(cause);
    }

    @Test
    void aCodeIsNotItsOwnMessage() {
        assertThat(Bodies.diagnosis(Bodies.answer(CAMPAIGNS, 200, "{\"code\":40105}"))
                        .message())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "connection-refused", "dns", "tls", "other"})
    void noAnswerIsNobodysFault(String why) {
        Answer silence = new Answer(
                Platform.TIKTOK, Optional.of(CAMPAIGNS), Optional.empty(), Optional.of(why), Map.of(), new byte[0]);

        Diagnosis diagnosis = Bodies.diagnosis(silence);

        assertThat(diagnosis.cause()).isEqualTo(Cause.PLATFORM_ERROR);
        assertThat(diagnosis.retryable()).isTrue();
        assertThat(diagnosis.evidence()).anyMatch(sentence -> sentence.contains(why));
    }

    @Test
    void idsForSupportComeFromBodyAndHeader() {
        byte[] body = "{\"code\":40105,\"message\":\"x\",\"request_id\":\"R1\"}".getBytes(StandardCharsets.UTF_8);
        Answer withHeader = new Answer(
                Platform.TIKTOK,
                Optional.of(CAMPAIGNS),
                Optional.of(200),
                Optional.empty(),
                Map.of("X-Tt-Logid", "L1", "Retry-After", "7"),
                body);
        Answer bare =
                new Answer(Platform.TIKTOK, Optional.of(CAMPAIGNS), Optional.of(200), Optional.empty(), Map.of(), body);

        assertThat(Bodies.diagnosis(withHeader).logId()).contains("L1");
        assertThat(Bodies.diagnosis(withHeader).requestId()).contains("R1");
        assertThat(Bodies.diagnosis(withHeader).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(Bodies.diagnosis(bare).logId()).contains("R1");
        assertThat(Bodies.diagnosis(Bodies.answer(
                                LOGIN_KIT, 401, "{\"error\":{\"code\":\"access_token_invalid\",\"log_id\":\"L2\"}}"))
                        .logId())
                .contains("L2");
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_LIMIT,ACCOUNT_DISABLED",
        "STATUS_DISABLE,ACCOUNT_DISABLED",
        "STATUS_PENDING_CONFIRM,ACCOUNT_DISABLED",
        "STATUS_CONFIRM_FAIL,ACCOUNT_DISABLED",
        "STATUS_CONTRACT_PENDING,USER_ACTION_REQUIRED",
        "STATUS_OF_TOMORROW,UNKNOWN"
    })
    void aHealthyAnswerMayTellThatTheAccountIsNot(String status, Cause cause) {
        Diagnosis diagnosis = Bodies.diagnosis(Bodies.answer(INFO, 200, info("7", status)));

        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.resource()).contains(Resource.ACCOUNT);
        assertThat(diagnosis.evidence()).anyMatch(sentence -> sentence.contains(status));
    }

    @Test
    void onlyTheAccountAskedForCountsInAList() {
        String both = "{\"code\":0,\"data\":{\"list\":[{\"advertiser_id\":\"1\",\"status\":\"STATUS_LIMIT\"},"
                + "{\"advertiser_id\":\"2\",\"status\":\"STATUS_ENABLE\"}]}}";

        assertThat(Diagnostician.bundled().diagnose(Bodies.answer(INFO, 200, both), of("2", Visibility.UNKNOWN)))
                .isInstanceOf(Verdict.Healthy.class);
        assertThat(Diagnostician.bundled().diagnose(Bodies.answer(INFO, 200, both), of("1", Visibility.UNKNOWN)))
                .isInstanceOf(Verdict.Failing.class);
        assertThat(verdict(INFO, 200, info("1", "STATUS_ENABLE"))).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void otherAnswersDecideBetweenTheAccountAndOneFeature() {
        Answer refused = Bodies.answer(
                "/open_api/v1.3/optimizer/rule/list/",
                200,
                "{\"code\":40001,\"message\":\"No permission to operate advertiser: 7012345678901234503\",\"request_id\":\"R9\"}");

        Diagnosis unknown = Bodies.diagnosis(refused, of("7012345678901234503", Visibility.UNKNOWN));
        Diagnosis hidden = Bodies.diagnosis(refused, of("7012345678901234503", Visibility.HIDDEN));
        Diagnosis visible = Bodies.diagnosis(refused, of("7012345678901234503", Visibility.VISIBLE));

        assertThat(unknown.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(unknown.awaitsEvidence()).isTrue();
        assertThat(hidden.cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        assertThat(hidden.awaitsEvidence()).isFalse();
        assertThat(visible.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(visible.actor()).isEqualTo(Actor.BUSINESS_ADMIN);
        assertThat(visible.title()).contains("Northwind Kids").contains("Automated Rules");
        assertThat(visible.explanation()).contains("Business Center admin").contains("OAuth scopes will not help");
        assertThat(visible.steps())
                .hasSizeGreaterThan(4)
                .last()
                .asString()
                .contains("Re-test")
                .contains("R9");
        assertThat(visible.forwardable().orElse("")).contains("Northwind Kids").contains("R9");
    }

    @Test
    void anAnswerThatNamesTheAccountNowhereIsAboutItAllTheSame() {
        Verdict verdict = Diagnostician.bundled()
                .diagnose(Bodies.answer(INFO, 200, info("7", "STATUS_LIMIT")), of("8", Visibility.UNKNOWN));
        assertThat(verdict).isInstanceOf(Verdict.Failing.class);
    }

    private static Circumstances of(String accountId, Visibility visibility) {
        return new Circumstances(
                Optional.of("Northwind Kids"),
                Optional.of(accountId),
                Optional.of("Northwind Agency"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                visibility,
                Standing.UNKNOWN,
                false);
    }

    private static String info(String id, String status) {
        return "{\"code\":0,\"message\":\"OK\",\"data\":{\"list\":[{\"advertiser_id\":\"" + id + "\",\"status\":\""
                + status + "\"}]}}";
    }

    private static Verdict verdict(String endpoint, int status, String body) {
        return Diagnostician.bundled().diagnose(Bodies.answer(endpoint, status, body), Circumstances.unknown());
    }
}
