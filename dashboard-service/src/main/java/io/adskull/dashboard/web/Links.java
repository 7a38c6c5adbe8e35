package io.adskull.dashboard.web;

import io.adskull.contract.account.Platform;
import jakarta.enterprise.context.ApplicationScoped;

/// Addresses outside this service.
@ApplicationScoped
class Links {
    private final String tokenService;

    Links(WebSettings settings) {
        this.tokenService = settings.tokenServicePublicUrl().toString().replaceAll("/+$", "");
    }

    /// Where a person connects, or connects again, accounts of this kind.
    String connect(Platform platform, String kind) {
        return tokenService + "/connect/" + platform.id() + "?kind="
                + java.net.URLEncoder.encode(kind, java.nio.charset.StandardCharsets.UTF_8);
    }

    String connectAdvertiser() {
        return connect(Platform.TIKTOK, "advertiser");
    }

    String connectProfile() {
        return connect(Platform.TIKTOK, "tiktok-account");
    }
}
