package io.adskull.token.platform.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tiktok")
public interface TikTokSettings {
    /// Host of the Business API and of the advertisers' consent page.
    @WithDefault("https://business-api.tiktok.com")
    URI apiUrl();

    /// Consent page of TikTok accounts, the second token system.
    @WithDefault("https://www.tiktok.com/v2/auth/authorize/")
    URI accountConsentUrl();

    /// The developer app; client key and secret of the second token system are the same pair.
    Optional<String> appId();

    Optional<String> appSecret();

    /// What a TikTok account is asked for. Asking for the same set each time keeps older tokens of the account
    /// alive.
    @WithDefault("user.info.basic,user.info.username,user.info.stats,user.account.type,user.insights,video.list,"
            + "video.insights,comment.list")
    List<String> accountScopes();
}
