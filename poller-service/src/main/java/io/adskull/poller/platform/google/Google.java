package io.adskull.poller.platform.google;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;

/// Google Ads. A developer token says whose app calls; a customer that is reached through a manager account is
/// asked about as that manager (https://developers.google.com/google-ads/api/rest/auth).
@Singleton
class Google implements AdPlatform {
    private static final String LOGIN_CUSTOMER_ID = "login-customer-id";

    private final GoogleApi api;

    Google(GoogleApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.GOOGLE;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        HttpRequest.Builder call = wanted.to(api.apiUrl()).header("Authorization", "Bearer " + token.value());
        api.developerToken().ifPresent(own -> call.header("developer-token", own));
        String manager = account.callParameters().get(LOGIN_CUSTOMER_ID);
        return manager == null ? call : call.header(LOGIN_CUSTOMER_ID, manager);
    }
}
