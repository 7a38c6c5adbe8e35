package io.adskull.poller.platform.tiktok;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;

/// TikTok's Business API, for both of its token systems: one host, one header, which takes no `Bearer`.
@Singleton
class TikTok implements AdPlatform {
    private final TikTokAddress address;

    TikTok(TikTokAddress address) {
        this.address = address;
    }

    @Override
    public Platform platform() {
        return Platform.TIKTOK;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        return wanted.to(address.apiUrl()).header("Access-Token", token.value());
    }
}
