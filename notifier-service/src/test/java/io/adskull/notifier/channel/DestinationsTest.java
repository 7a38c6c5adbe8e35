package io.adskull.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void whatIsConfiguredHearsAndSaysNoSecret() {
        var destinations = new Destinations(config("https://hooks.northwind.example/s3cret", Optional.of(SECRET)));

        assertThat(destinations.of(Audience.ADVERTISERS))
                .singleElement()
                .hasToString("webhook hooks.northwind.example")
                .satisfies(webhook -> assertThat(webhook.name()).isEqualTo("advertisers/webhook"));
        assertThat(destinations.of(Audience.OPERATORS)).isEmpty();
    }

    @Test
    void aWebhookThatCouldNotBeSignedOrFoundStopsTheStart() {
        assertThatThrownBy(() -> new Destinations(config("https://hooks.northwind.example", Optional.empty())))
                .hasMessageContaining("adskull.alerts.advertisers.webhook-secret is missing");
        assertThatThrownBy(() -> new Destinations(config("https://hooks.northwind.example", Optional.of("hunter2"))))
                .hasMessageContaining("adskull.alerts.advertisers.webhook-secret")
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> new Destinations(config("ftp://hooks.northwind.example", Optional.of(SECRET))))
                .hasMessageContaining("adskull.alerts.advertisers.webhook-url must be an http(s) address");
    }

    private static DestinationsConfig config(String url, Optional<String> secret) {
        return new Config(
                new Reached(Optional.of(URI.create(url)), secret), new Reached(Optional.empty(), Optional.empty()));
    }

    private record Config(Reached advertisers, Reached operators) implements DestinationsConfig {}

    private record Reached(Optional<URI> webhookUrl, Optional<String> webhookSecret)
            implements DestinationsConfig.Advertisers, DestinationsConfig.Operators {
        @Override
        public Optional<URI> slackWebhookUrl() {
            return Optional.empty();
        }

        @Override
        public String slackChannel() {
            return "#nowhere";
        }

        @Override
        public Optional<String> email() {
            return Optional.empty();
        }
    }
}
