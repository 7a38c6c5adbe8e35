package io.adskull.poller.platform.pinterest;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpRequest;

/// Pinterest's API v5.
@ApplicationScoped
class Pinterest implements AdPlatform {
    private final PinterestApi api;

    Pinterest(PinterestApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.PINTEREST;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        return wanted.to(api.apiUrl()).header("Authorization", "Bearer " + token.value());
    }
}
