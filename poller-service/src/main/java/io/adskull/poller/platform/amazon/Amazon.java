package io.adskull.poller.platform.amazon;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;

/// Amazon Ads. A profile is asked about in the region it belongs to, and names itself in a header
/// (https://advertising.amazon.com/API/docs/en-us/guides/get-started/make-api-calls).
@Singleton
class Amazon implements AdPlatform {
    private final AmazonApi api;

    Amazon(AmazonApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.AMAZON;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        HttpRequest.Builder call = wanted.to(region(account))
                .header("Authorization", "Bearer " + token.value())
                .header("Amazon-Advertising-API-Scope", account.account().accountId());
        api.appId().ifPresent(own -> call.header("Amazon-Advertising-API-ClientId", own));
        wanted.body().ifPresent(body -> call.setHeader("Accept", body.type()));
        return call;
    }

    private URI region(WatchedAccount account) {
        return switch (account.callParameters().getOrDefault("region", "na")) {
            case "eu" -> api.euUrl();
            case "fe" -> api.feUrl();
            default -> api.naUrl();
        };
    }
}
