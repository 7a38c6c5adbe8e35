package io.adskull.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameOriginTest {
    private static final Optional<String> HOST = Optional.of("adskull.example:8443");

    @Test
    void aBrowserThatSaysWhereItComesFromIsBelieved() {
        assertThat(comes("same-origin", null)).isTrue();
        assertThat(comes("same-site", null)).isFalse();
        assertThat(comes("cross-site", null)).isFalse();
        assertThat(comes("none", null)).isFalse();
    }

    @Test
    void anOlderBrowserIsJudgedByItsOrigin() {
        assertThat(comes(null, "https://adskull.example:8443")).isTrue();
        assertThat(comes(null, "https://adskull.example")).isFalse();
        assertThat(comes(null, "https://evil.example")).isFalse();
        assertThat(comes(null, "null")).isFalse();
        assertThat(comes(null, "::not an origin::")).isFalse();
    }

    @Test
    void aBrowserThatSaysNothingMustNotUseTheCookieOfASession() {
        assertThat(SameOrigin.comesFromHere(Optional.empty(), Optional.empty(), HOST, true))
                .isFalse();
        assertThat(SameOrigin.comesFromHere(Optional.of("same-origin"), Optional.empty(), HOST, true))
                .isTrue();
    }

    @Test
    void aProgramSaysNothingAndHasNoVisitorToAbuse() {
        assertThat(comes(null, null)).isTrue();
    }

    private static boolean comes(
            @org.jspecify.annotations.Nullable String site, @org.jspecify.annotations.Nullable String origin) {
        return SameOrigin.comesFromHere(Optional.ofNullable(site), Optional.ofNullable(origin), HOST, false);
    }
}
