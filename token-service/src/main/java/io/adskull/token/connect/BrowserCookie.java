package io.adskull.token.connect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/// Binds a consent, and the choice at its end, to the browser that started it. One cookie for each, so that two
/// tabs do not disturb each other.
@Singleton
class BrowserCookie {
    private final ConnectSettings settings;
    private final RedirectAddress redirect;

    BrowserCookie(ConnectSettings settings, RedirectAddress redirect) {
        this.settings = settings;
        this.redirect = redirect;
    }

    /// @param of the state or choice that only this browser may answer
    NewCookie set(OneTimeText of, OneTimeText browser) {
        return cookie(of.value(), browser.value(), (int) settings.patience().toSeconds());
    }

    /// Takes the cookie of this state or choice away again.
    NewCookie clear(String of) {
        return cookie(of, "", 0);
    }

    Optional<String> read(String of, Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name(of))).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private NewCookie cookie(String of, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name(of))
                .value(value)
                .path("/callback")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(redirect.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String name(String of) {
        return "adskull-consent-" + OneTimeText.hash(of).substring(0, 12);
    }
}
