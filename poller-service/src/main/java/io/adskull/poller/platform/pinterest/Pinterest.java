package io.adskull.poller.platform.pinterest;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.http.RateWindow;
import io.adskull.poller.http.Usage;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Pinterest's API v5.
@Singleton
class Pinterest implements AdPlatform {
    private static final RateWindow OF_USER = new RateWindow(LimitScope.CONNECTION, "x-ratelimit-");

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

    @Override
    public List<Usage> usage(Map<String, String> headers) {
        return OF_USER.in(headers, Instant.now().getEpochSecond()).stream().toList();
    }
}
