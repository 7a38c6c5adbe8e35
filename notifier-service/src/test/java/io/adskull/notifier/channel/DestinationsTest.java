package io.adskull.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
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

    @Test
    void aBotTakesThePlaceOfTheWebhookAndSaysNoToken() {
        var reached = new Reached(
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("https://hooks.slack.com/services/s3cret")),
                Optional.of("xoxb-s3cret"));
        var destinations = new Destinations(new Config(reached, reached));

        assertThat(destinations.of(Audience.ADVERTISERS))
                .singleElement()
                .hasToString("Slack #nowhere by a bot")
                .satisfies(bot -> assertThat(bot.name()).isEqualTo("advertisers/slack"));
    }

    @Test
    void whatIsNoTokenStopsTheStartAndIsNotRepeated() {
        for (String token : List.of("s3cret", "xoxb-s3cret\r\nX: y", "xoxb s3cret")) {
            var reached = new Reached(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(token));

            assertThatThrownBy(() -> new Destinations(new Config(reached, reached)))
                    .hasMessageContaining("adskull.alerts.advertisers.slack-bot-token must be")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private static DestinationsConfig config(String url, Optional<String> secret) {
        return new Config(
                new Reached(Optional.of(URI.create(url)), secret, Optional.empty(), Optional.empty()),
                new Reached(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private record Config(Reached advertisers, Reached operators) implements DestinationsConfig {}

    private record Reached(
            Optional<URI> webhookUrl,
            Optional<String> webhookSecret,
            Optional<URI> slackWebhookUrl,
            Optional<String> slackBotToken)
            implements DestinationsConfig.Advertisers, DestinationsConfig.Operators {
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
