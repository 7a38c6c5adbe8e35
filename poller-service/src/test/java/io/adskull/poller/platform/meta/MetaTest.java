package io.adskull.poller.platform.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.poller.Accounts;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.http.PlatformRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaTest {
    private static final AccessToken TOKEN = new AccessToken("s3cret", Optional.empty(), Optional.empty());
    private static final PlatformRequest WANTED =
            new PlatformRequest("GET", Optional.empty(), "/act_7/campaigns", "?fields=id&limit=1", Optional.empty());

    /// The proof was calculated with openssl: `printf s3cret | openssl dgst -sha256 -hmac app-secret`.
    @Test
    void aCallProvesThatItComesFromTheAppAndHoldsTheTokenInAHeaderOnly() {
        HttpRequest call = call(Optional.of("app-secret"));

        assertThat(call.uri())
                .hasToString("https://graph.example/v23.0/act_7/campaigns?fields=id&limit=1&appsecret_proof="
                        + "e17802b8a0fc98b40ce6897cc12fe6f9a44799823a8ab964f8488cf759e4aaa8");
        assertThat(call.headers().firstValue("Authorization")).contains("Bearer s3cret");
    }

    @Test
    void withoutTheAppsSecretThereIsNoProof() {
        assertThat(call(Optional.empty()).uri().getQuery()).isEqualTo("fields=id&limit=1");
    }

    private static HttpRequest call(Optional<String> secret) {
        MetaApi api = new MetaApi() {
            @Override
            public URI apiUrl() {
                return URI.create("https://graph.example/v23.0");
            }

            @Override
            public Optional<String> appSecret() {
                return secret;
            }
        };
        return new Meta(api)
                .call(WANTED, Accounts.elsewhere(Platform.META, "7", Map.of()), TOKEN)
                .build();
    }
}
