package io.adskull.poller.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.http.Usage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaUsageTest {
    @Test
    void theMostOfThreeCountsTheAppsUse() {
        assertThat(MetaUsage.in(Map.of("x-app-usage", "{\"call_count\":28,\"total_time\":81,\"total_cputime\":25}")))
                .containsExactly(new Usage(LimitScope.APP, 0.81, Optional.empty()));
    }

    @Test
    void anAccountsUseComesWithSeconds() {
        assertThat(MetaUsage.in(Map.of("x-ad-account-usage", "{\"acc_id_util_pct\":90,\"reset_time_duration\":100}")))
                .containsExactly(new Usage(LimitScope.ACCOUNT, 0.9, Optional.of(Duration.ofSeconds(100))));
    }

    @Test
    void aUseCaseComesWithMinutes() {
        assertThat(MetaUsage.in(Map.of(
                        "x-business-use-case-usage",
                        "{\"17\":[{\"type\":\"ads_management\",\"call_count\":100,\"total_cputime\":1,"
                                + "\"total_time\":1,\"estimated_time_to_regain_access\":19}]}")))
                .containsExactly(new Usage(LimitScope.ACCOUNT, 1, Optional.of(Duration.ofMinutes(19))));
    }

    @Test
    void insightsHaveTheirOwnHeader() {
        assertThat(MetaUsage.in(
                        Map.of("x-fb-ads-insights-throttle", "{\"app_id_util_pct\":12.5,\"acc_id_util_pct\":40}")))
                .containsExactly(
                        new Usage(LimitScope.APP, 0.125, Optional.empty()),
                        new Usage(LimitScope.ACCOUNT, 0.4, Optional.empty()));
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(MetaUsage.in(Map.of("x-app-usage", "{\"call_count\":", "x-ad-account-usage", "[]")))
                .isEmpty();
        assertThat(MetaUsage.in(Map.of())).isEmpty();
    }
}
