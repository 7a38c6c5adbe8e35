package io.adskull.token.platform.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.token.platform.GrantEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshTokenLifeTest {
    private static final Instant CONSENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = CONSENT.plus(Duration.ofDays(50));
    private static final Optional<Duration> SILENT = Optional.empty();

    private static final RefreshTokenLife LINKEDIN = new RefreshTokenLife(Optional.of(Duration.ofDays(365)), false);
    private static final RefreshTokenLife MICROSOFT = new RefreshTokenLife(Optional.of(Duration.ofDays(90)), true);

    @Test
    void aFixedEndStaysWhereTheConsentPutItThoughEachRefreshBringsAnotherToken() {
        Optional<Instant> end = LINKEDIN.atConsent(SILENT).at(CONSENT, Optional.empty());

        assertThat(end).contains(CONSENT.plus(Duration.ofDays(365)));
        assertThat(LINKEDIN.atRefresh(SILENT, true).at(LATER, end)).isEqualTo(end);
        assertThat(LINKEDIN.atRefresh(SILENT, false).at(LATER, end)).isEqualTo(end);
    }

    @Test
    void aRollingEndMovesWithEachNewTokenOnly() {
        Optional<Instant> end = MICROSOFT.atConsent(SILENT).at(CONSENT, Optional.empty());

        assertThat(MICROSOFT.atRefresh(SILENT, true).at(LATER, end)).contains(LATER.plus(Duration.ofDays(90)));
        assertThat(MICROSOFT.atRefresh(SILENT, false).at(LATER, end)).isEqualTo(end);
    }

    /// Google's consents to an app in testing end after seven days, and only the first answer says so.
    @Test
    void anEndThatOnlyTheConsentNamedIsNotForgotten() {
        Duration week = Duration.ofDays(7);
        Optional<Instant> end =
                RefreshTokenLife.ENDLESS.atConsent(Optional.of(week)).at(CONSENT, Optional.empty());

        assertThat(RefreshTokenLife.ENDLESS.atRefresh(SILENT, false).at(LATER, end))
                .contains(CONSENT.plus(week));
    }

    @Test
    void whatThePlatformSaysCountsFirst() {
        Optional<Duration> said = Optional.of(Duration.ofDays(300));

        assertThat(LINKEDIN.atConsent(said)).isEqualTo(new GrantEnd.After(Duration.ofDays(300)));
        assertThat(LINKEDIN.atRefresh(said, true).at(LATER, Optional.of(CONSENT)))
                .contains(LATER.plus(Duration.ofDays(300)));
    }

    @Test
    void whatHasNoEndGetsNone() {
        assertThat(RefreshTokenLife.ENDLESS.atConsent(SILENT)).isEqualTo(new GrantEnd.None());
        assertThat(RefreshTokenLife.ENDLESS.atRefresh(SILENT, true).at(LATER, Optional.empty()))
                .isEmpty();
    }

    @Test
    void anUnknownEndIsNeverPutLaterThanWhatIsKnown() {
        var bounded = new GrantEnd.AsBefore(Optional.of(Duration.ofDays(60)));

        assertThat(bounded.at(LATER, Optional.of(LATER.plusSeconds(1)))).contains(LATER.plusSeconds(1));
        assertThat(bounded.at(LATER, Optional.empty())).contains(LATER.plus(Duration.ofDays(60)));
    }
}
