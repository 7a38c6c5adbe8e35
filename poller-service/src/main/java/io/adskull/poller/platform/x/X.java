package io.adskull.poller.platform.x;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpRequest;

/// X's Ads API: each call is signed, as OAuth 1.0a wants it (RFC 5849).
@ApplicationScoped
class X implements AdPlatform {
    /// What signs for an app that is not set up: X says then that it does not know it.
    private static final String NOT_SET_UP = "not-set-up";

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
}
