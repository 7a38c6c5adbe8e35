package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import jakarta.inject.Singleton;
import java.net.URI;

/// Where platforms send people back to. Platforms compare it letter by letter with what was registered.
@Singleton
class RedirectAddress {
    private final URI publicUrl;

    RedirectAddress(ConnectSettings settings) {
        publicUrl = settings.publicUrl();
    }

    URI of(Platform platform) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/callback/" + platform.id());
    }

    /// Cookies need not be readable by anybody on the way when nobody is on the way.
    boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
