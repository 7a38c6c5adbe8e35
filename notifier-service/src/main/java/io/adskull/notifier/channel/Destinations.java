package io.adskull.notifier.channel;

import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.Destination.Webhook;
import io.adskull.notifier.channel.DestinationsConfig.Reach;
import io.adskull.notifier.channel.webhook.WebhookSecret;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Every destination that is configured, by audience and by name.
@ApplicationScoped
public class Destinations {
    private static final Logger LOG = Logger.getLogger(Destinations.class);

    private final Map<Audience, List<Destination>> byAudience = new EnumMap<>(Audience.class);

    public Destinations(DestinationsConfig config) {
        byAudience.put(Audience.ADVERTISERS, of(Audience.ADVERTISERS, config.advertisers()));
        byAudience.put(Audience.OPERATORS, of(Audience.OPERATORS, config.operators()));
    }

    public List<Destination> of(Audience audience) {
        return byAudience.getOrDefault(audience, List.of());
    }

    public Optional<Destination> named(String name) {
        return byAudience.values().stream()
                .flatMap(List::stream)
                .filter(destination -> destination.name().equals(name))
                .findFirst();
    }

    void sayWhoHears(@Observes StartupEvent start) {
        for (Audience audience : Audience.values()) {
            List<Destination> hearing = of(audience);
            LOG.infof("alerts for %s go to %s", audience.id(), hearing.isEmpty() ? "nobody" : hearing);
            for (String channel : List.of("slack", "email")) {
                if (hearing.stream()
                        .noneMatch(destination -> destination.channel().equals(channel))) {
                    String key = channel.equals("slack") ? "slack-bot-token or slack-webhook-url" : "email";
                    LOG.warnf(
                            "no %s destination for %s: alerts skip it until adskull.alerts.%s.%s is set",
                            channel, audience.id(), audience.id(), key);
                }
            }
        }
    }

    private static List<Destination> of(Audience audience, Reach reach) {
        List<Destination> destinations = new ArrayList<>();
        slack(audience, reach).ifPresent(destinations::add);
        reach.email()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .ifPresent(
                        address -> destinations.add(new Mailbox(audience.id() + "/email", checked(audience, address))));
        reach.webhookUrl()
                .map(url -> new Webhook(
                        audience.id() + "/webhook", checked(audience, "webhook-url", url), secret(audience, reach)))
                .ifPresent(destinations::add);
        return List.copyOf(destinations);
    }

    /// A bot can do more than an incoming webhook, so it comes first.
    private static Optional<Destination> slack(Audience audience, Reach reach) {
        String name = audience.id() + "/slack";
        Optional<Destination> webhook = reach.slackWebhookUrl()
                .map(url -> new SlackWebhook(name, reach.slackChannel(), checked(audience, "slack-webhook-url", url)));
        Optional<Destination> bot = reach.slackBotToken()
                .map(token -> new SlackBot(
                        name, reach.slackChannel(), checkedToken(audience, token.strip()), reach.slackChannel()));
        if (bot.isPresent() && webhook.isPresent()) {
            LOG.infof(
                    "alerts for %s go to Slack by the bot; adskull.alerts.%s.slack-webhook-url is not used",
                    audience.id(), audience.id());
        }
        return bot.or(() -> webhook);
    }

    /// Also keeps out what would not fit into a header, which says what it was given.
    private static String checkedToken(Audience audience, String token) {
        if (!token.matches("xox[a-z][A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("adskull.alerts." + audience.id()
                    + ".slack-bot-token must be the token of a Slack app's bot, which begins with xoxb-");
        }
        return token;
    }

    private static WebhookSecret secret(Audience audience, Reach reach) {
        String key = "adskull.alerts." + audience.id() + ".webhook-secret";
        String secret = reach.webhookSecret()
                .orElseThrow(() -> new IllegalArgumentException(key + " is missing: a webhook is always signed"));
        try {
            return WebhookSecret.parse(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static URI checked(Audience audience, String key, URI url) {
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "adskull.alerts." + audience.id() + "." + key + " must be an http(s) address with a host");
        }
        return url;
    }

    private static String checked(Audience audience, String address) {
        if (!address.matches("[^\\s@,<>]+@[^\\s@,<>]+")) {
            throw new IllegalArgumentException("adskull.alerts." + audience.id()
                    + ".email must be one address such as media-buyers@northwind.example, not \"" + address + "\"");
        }
        return address;
    }
}
