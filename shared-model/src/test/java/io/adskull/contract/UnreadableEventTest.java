package io.adskull.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.response.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What breaks the contract is refused with one sentence that a person can act on.
class UnreadableEventTest {
    private static final Map<String, String> HEADERS = Map.of(
            "ce_id", "1",
            "ce_type", ApiResponse.EVENT_TYPE,
            "ce_source", "/poller-service",
            "ce_subject", "tiktok/7012345678901234503",
            "ce_time", "2026-11-22T07:03:00Z",
            "ce_tenant", "demo",
            "ce_path", "/open_api/v1.3/campaign/get/",
            "ce_httpstatus", "200",
            "http_X-Tt-Logid", "log-1");

    @Test
    void anAnswerKeepsItsHeadersOnTheWayThroughKafka() {
        ApiResponse answer = ApiResponse.from(HEADERS, new byte[] {1, 2, 3});

        ApiResponse again = ApiResponse.from(answer.headers(), answer.body());

        assertThat(again).usingRecursiveComparison().isEqualTo(answer);
        assertThat(again.httpHeaders()).containsEntry("x-tt-logid", "log-1");
        assertThat(again.httpStatus()).isEqualTo(Optional.of(200));
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, , header ce_id is missing",
        "ce_tenant, , header ce_tenant is missing",
        "ce_path, , header ce_path is missing",
        "ce_httpstatus, , one of the headers ce_httpstatus and ce_transporterror is needed",
        "ce_httpstatus, 1000, header ce_httpstatus must be between 100 and 599",
        "ce_httpstatus, two hundred, header ce_httpstatus is not a number",
        "ce_type, io.adskull.account.v1, 'ce_type is \"io.adskull.account.v1\", expected io.adskull.api-response.v1'",
        "ce_time, yesterday, header ce_time is not an RFC 3339 time: yesterday",
        "ce_subject, myspace/1, 'unknown platform \"myspace\"'",
        "ce_resource, EVERYTHING, header ce_resource is not a known resource",
    })
    void aBrokenHeaderIsNamed(String header, String value, String reason) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> ApiResponse.from(headers, new byte[0]))
                .withMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"account\":", "{\"account\":\"tiktok\"}", "\u0000\u0001"})
    void aValueThatIsNotTheEventIsRefusedWithoutItsContent(String value) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventJson.read(value.getBytes(StandardCharsets.UTF_8), ConnectedAccount.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "tiktok/", "/1", "tiktok/a b", "tiktok/<script>", "TIKTOK/1"})
    void aKeyThatIsNotAnAccountKeyIsRefused(String key) {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> AccountKey.parse(key));
    }
}
