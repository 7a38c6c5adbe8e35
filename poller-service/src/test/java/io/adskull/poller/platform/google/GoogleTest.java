package io.adskull.poller.platform.google;

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

class GoogleTest {
    private static final AccessToken TOKEN = new AccessToken("s3cret", Optional.empty(), Optional.empty());
    private static final PlatformRequest WANTED = new PlatformRequest(
            "POST",
            Optional.empty(),
            "/customers/7/googleAds:search",
            "",
            Optional.of(new PlatformRequest.Body("{}", "application/json")));

    @Test
    void aCustomerUnderAManagerIsAskedAboutAsThatManager() {
        HttpRequest call = call(Map.of("login-customer-id", "42"));

        assertThat(call.uri()).hasToString("https://ads.example/v22/customers/7/googleAds:search");
        assertThat(call.headers().firstValue("login-customer-id")).contains("42");
        assertThat(call.headers().firstValue("developer-token")).contains("dev-token");
        assertThat(call.headers().firstValue("Authorization")).contains("Bearer s3cret");
    }

    @Test
    void aCustomerOfItsOwnIsNot() {
        assertThat(call(Map.of()).headers().firstValue("login-customer-id")).isEmpty();
    }

    private static HttpRequest call(Map<String, String> parameters) {
        GoogleApi api = new GoogleApi() {
            @Override
            public URI apiUrl() {
                return URI.create("https://ads.example/v22");
            }

            @Override
            public Optional<String> developerToken() {
                return Optional.of("dev-token");
            }
        };
        return new Google(api)
                .call(WANTED, Accounts.elsewhere(Platform.GOOGLE, "7", parameters), TOKEN)
                .build();
    }
}
