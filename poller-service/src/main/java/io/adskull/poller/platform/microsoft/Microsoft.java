package io.adskull.poller.platform.microsoft;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;

/// Microsoft Advertising's REST services: accounts and campaigns have a host each. A call about a campaign
/// names customer and account in headers (https://learn.microsoft.com/advertising/guides/get-started).
@Singleton
class Microsoft implements AdPlatform {
    private final MicrosoftApi api;

    Microsoft(MicrosoftApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.MICROSOFT;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        HttpRequest.Builder call = wanted.to(
                        wanted.host().filter("campaign"::equals).isPresent() ? api.campaignUrl() : api.apiUrl())
                .header("Authorization", "Bearer " + token.value())
                .header("CustomerAccountId", account.account().accountId());
        api.developerToken().ifPresent(own -> call.header("DeveloperToken", own));
        String customer = account.callParameters().get("customer-id");
        return customer == null ? call : call.header("CustomerId", customer);
    }
}
