package io.adskull.poller.platform.linkedin;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;

/// LinkedIn's Marketing API. Each call names a version of the API; versions live about a year
/// (https://learn.microsoft.com/linkedin/marketing/versioning).
@Singleton
class LinkedIn implements AdPlatform {
    private final LinkedInApi api;

    LinkedIn(LinkedInApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.LINKEDIN;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        return wanted.to(api.apiUrl())
                .header("Authorization", "Bearer " + token.value())
                .header("LinkedIn-Version", api.apiVersion())
                .header("X-Restli-Protocol-Version", "2.0.0");
    }
}
