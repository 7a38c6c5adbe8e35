package io.adskull.poller.platform.amazon;

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

class AmazonTest {
    private static final AccessToken TOKEN = new AccessToken("s3cret", Optional.empty(), Optional.empty());
    private static final PlatformRequest WANTED = new PlatformRequest(
            "POST",
            Optional.empty(),
            "/sp/campaigns/list",
            "",
            Optional.of(new PlatformRequest.Body("{}", "application/vnd.spCampaign.v3+json")));

    @Test
    void aProfileIsAskedAboutInItsRegionByName() {
        HttpRequest call = call(Map.of("region", "eu"));

        assertThat(call.uri()).hasToString("https://eu.example/sp/campaigns/list");
        assertThat(call.headers().firstValue("Amazon-Advertising-API-Scope")).contains("7");
        assertThat(call.headers().firstValue("Amazon-Advertising-API-ClientId")).contains("client");
        assertThat(call.headers().allValues("Accept")).containsExactly("application/vnd.spCampaign.v3+json");
        assertThat(call.headers().firstValue("Content-Type")).contains("application/vnd.spCampaign.v3+json");
    }

    @Test
    void aRegionThatNobodyKnowsIsTheFirstOne() {
        assertThat(call(Map.of("region", "moon")).uri().getHost()).isEqualTo("na.example");
    }

    private static HttpRequest call(Map<String, String> parameters) {
        AmazonApi api = new AmazonApi() {
            @Override
            public URI naUrl() {
                return URI.create("https://na.example");
            }

            @Override
            public URI euUrl() {
                return URI.create("https://eu.example");
            }

            @Override
            public URI feUrl() {
                return URI.create("https://fe.example");
            }

            @Override
            public Optional<String> appId() {
                return Optional.of("client");
            }
        };
        return new Amazon(api)
                .call(WANTED, Accounts.elsewhere(Platform.AMAZON, "7", parameters), TOKEN)
                .build();
    }
}
