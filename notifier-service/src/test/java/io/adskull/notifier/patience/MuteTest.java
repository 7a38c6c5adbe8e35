package io.adskull.notifier.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteTest {
    private static final Instant NOW = Incidents.OPENED_AT;
    private static final Incident KIDS =
            Incidents.automatedRulesPermissionMissing().incident();

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(textBlock = """
            tiktok/7012345678901234503,                            ,        , true
            tiktok/7012345678901234503, resource_permission_missing, tiktok , true
                                      , RESOURCE_PERMISSION_MISSING,        , true
                                      ,                            , tiktok , true
            tiktok/7012345678901234503, RATE_LIMITED               ,        , false
            tiktok/7012345678901234504, RESOURCE_PERMISSION_MISSING,        , false
                                      ,                            , meta   , false
            """)
    void itFitsWhatIsAllThatItNames(
            @Nullable String account, @Nullable String cause, @Nullable String platform, boolean fits) {
        assertThat(new MuteWish(account, cause, platform, null, null).mute(NOW).fits(KIDS))
                .isEqualTo(fits);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
    @CsvSource(textBlock = """
                        ,        ,         ,    , Name an account
            myspace/1   ,        ,         ,    , account is none
                        , BILING ,         ,    , cause is none
                        ,        , myspace ,    , platform is none
                        ,        , tiktok  , 0  , until must be
                        ,        , tiktok  , 366, until must be
            """)
    void aWishThatIsNoneIsRefusedWithWhatToWriteInstead(
            @Nullable String account,
            @Nullable String cause,
            @Nullable String platform,
            @Nullable Integer days,
            String says) {
        Instant until = days == null ? null : NOW.plus(Duration.ofDays(days));

        assertThatThrownBy(() -> new MuteWish(account, cause, platform, until, null).mute(NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void withoutAnEndItLastsLongerThanAnyIncident() {
        assertThat(new MuteWish(null, null, "tiktok", null, null).mute(NOW).end())
                .isAfter(NOW.plus(Duration.ofDays(365_000)));
    }
}
