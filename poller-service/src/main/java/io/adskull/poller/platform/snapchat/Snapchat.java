package io.adskull.poller.platform.snapchat;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;

/// Snapchat's Ads API.
@Singleton
class Snapchat implements AdPlatform {
    private final SnapchatApi api;

    Snapchat(SnapchatApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.SNAPCHAT;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        return wanted.to(api.apiUrl()).header("Authorization", "Bearer " + token.value());
    }
}
