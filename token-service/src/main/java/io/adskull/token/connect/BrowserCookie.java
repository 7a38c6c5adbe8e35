package io.adskull.token.connect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/// Binds a consent to the browser that started it. One cookie per attempt, so that two tabs do not disturb each
/// other.
@Singleton
class BrowserCookie {
    private final ConnectSettings settings;
    private final RedirectAddress redirect;

    BrowserCookie(ConnectSettings settings, RedirectAddress redirect) {
        this.settings = settings;
        this.redirect = redirect;
    }

    NewCookie set(StartConsent.Outcome.Started started) {
        return cookie(started.state().value(), started.browser().value(), (int)
                settings.patience().toSeconds());
    }

    /// Takes the cookie of this state away again.
    NewCookie clear(String state) {
        return cookie(state, "", 0);
    }

    Optional<String> read(String state, Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name(state)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private NewCookie cookie(String state, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name(state))
                .value(value)
                .path("/callback")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(redirect.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String name(String state) {
        return "adskull-consent-" + OneTimeText.hash(state).substring(0, 12);
    }
}
