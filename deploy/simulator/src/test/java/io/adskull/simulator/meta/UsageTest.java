package io.adskull.simulator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.StoppedClock;
import io.adskull.simulator.traffic.Answer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UsageTest {
    private final StoppedClock clock = new StoppedClock("2026-11-22T10:00:00Z");

    @Test
    void nothingIsToldBeforeTheFirstPercent() {
        Answer answer = called(usage(Map.of("app-hour", 101)), Optional.of("1"));

        assertThat(answer.headers()).containsOnlyKeys("Content-Type");
    }

    @Test
    void theAppsUseIsToldAndAHundredPercentEndIt() {
        Usage usage = usage(Map.of("app-hour", 2));

        assertThat(json(called(usage, Optional.empty()), "X-App-Usage").getInt("call_count"))
                .isEqualTo(50);
        assertThat(json(called(usage, Optional.empty()), "X-App-Usage").getInt("call_count"))
                .isEqualTo(100);
        Answer refused = called(usage, Optional.empty());
        refused(refused, 4, null);
        assertThat(json(refused, "X-App-Usage").getInt("call_count")).isEqualTo(100);
        clock.advance(Duration.ofHours(1));
        assertThat(called(usage, Optional.empty()).status()).isEqualTo(200);
    }

    @Test
    void anAdAccountsUseHasItsSecondsAndIsItsOwn() {
        Usage usage = usage(Map.of("ad-account-hour", 8));

        assertThat(json(called(usage, Optional.of("1")), "X-Ad-Account-Usage").getMap("$"))
                .containsEntry("acc_id_util_pct", 12.5f)
                .containsEntry("ads_api_access_tier", "standard_access");
        for (int i = 0; i < 7; i++) {
            called(usage, Optional.of("1"));
        }
        Answer refused = called(usage, Optional.of("1"));
        refused(refused, 17, 2446079);
        assertThat(json(refused, "X-Ad-Account-Usage").getInt("reset_time_duration"))
                .isBetween(3590, 3600);
        assertThat(called(usage, Optional.of("2")).status()).isEqualTo(200);
    }

    @Test
    void aBusinessUseCaseHasItsMinutes() {
        Usage usage = usage(Map.of("business-hour", 1));

        assertThat(json(called(usage, Optional.of("1")), "X-Business-Use-Case-Usage")
                        .getMap("'1'[0]"))
                .containsEntry("type", "ads_management")
                .containsEntry("call_count", 100)
                .containsEntry("estimated_time_to_regain_access", 0);
        Answer refused = called(usage, Optional.of("1"));
        refused(refused, 80004, 2446079);
        assertThat(json(refused, "X-Business-Use-Case-Usage").getInt("'1'[0].estimated_time_to_regain_access"))
                .isEqualTo(60);
    }

    private static void refused(Answer answer, int code, Integer subcode) {
        assertThat(answer.status()).isEqualTo(400);
        JsonPath body = JsonPath.from(answer.body());
        assertThat(body.getInt("error.code")).isEqualTo(code);
        assertThat(body.<Integer>get("error.error_subcode")).isEqualTo(subcode);
    }

    private static JsonPath json(Answer answer, String header) {
        return JsonPath.from(answer.headers().get(header));
    }

    private static Answer called(Usage usage, Optional<String> account) {
        return usage.counted("app", account, () -> Answer.json(200, "{}", OptionalInt.empty()));
    }

    private Usage usage(Map<String, Integer> set) {
        return new Usage(clock.limits("meta", set));
    }
}
