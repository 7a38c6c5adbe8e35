package io.adskull.poller.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.http.Usage;
import io.adskull.poller.platform.AdPlatform;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Meta's Graph API. Where the app's secret is known, each call proves that it comes from the app, which an app
/// can be set to demand (https://developers.facebook.com/docs/graph-api/guides/secure-requests).
@Singleton
class Meta implements AdPlatform {
    private static final String HMAC = "HmacSHA256";

    private final MetaApi api;

    Meta(MetaApi api) {
        this.api = api;
    }

    @Override
    public Platform platform() {
        return Platform.META;
    }

    @Override
    public HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token) {
        PlatformRequest proven = api.appSecret()
                .map(secret -> wanted.withQuery("appsecret_proof", proof(secret, token.value())))
                .orElse(wanted);
        return proven.to(api.apiUrl()).header("Authorization", "Bearer " + token.value());
    }

    private static String proof(String appSecret, String accessToken) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(accessToken.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows " + HMAC, e);
        }
    }

    @Override
    public List<Usage> usage(Map<String, String> headers) {
        return MetaUsage.in(headers);
    }
}
