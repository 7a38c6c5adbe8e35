package io.adskull.poller.platform.x;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
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

/// X's Ads API: each call is signed, as OAuth 1.0a wants it (RFC 5849).
@Singleton
class X implements AdPlatform {
    /// What signs for an app that is not set up: X says then that it does not know it.
    private static final String NOT_SET_UP = "not-set-up";

    /// X counts by the endpoint and the ad account where a call names one, by the endpoint and the user elsewhere.
    private static final RateWindow OF_ACCOUNT = new RateWindow(LimitScope.ENDPOINT, "x-account-rate-limit-");
    private static final RateWindow OF_USER = new RateWindow(LimitScope.CONNECTION, "x-rate-limit-");

    private final XApi api;
    private final OAuth10aService signer;

    X(XApi api) {
        this.api = api;
        this.signer = new ServiceBuilder(api.appId().orElse(NOT_SET_UP))
                .apiSecret(api.appSecret().orElse(NOT_SET_UP))
                .build(new NoConsents());
    }

    @Override
    public Platform platform() {
        return Platform.X;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        var signed = new OAuthRequest(
                Verb.valueOf(wanted.method()), wanted.at(api.apiUrl()).toString());
        signer.signRequest(
                new OAuth1AccessToken(token.value(), token.tokenSecret().orElse("")), signed);
        HttpRequest.Builder call = wanted.to(api.apiUrl());
        signed.getHeaders().forEach(call::header);
        return call;
    }

    @Override
    public List<Usage> usage(Map<String, String> headers) {
        long now = Instant.now().getEpochSecond();
        return OF_ACCOUNT.in(headers, now).or(() -> OF_USER.in(headers, now)).stream()
                .toList();
    }
}
