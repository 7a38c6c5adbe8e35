package io.adskull.notifier.channel;

import io.adskull.notifier.channel.Destination.Mailbox;
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
                    String key = channel.equals("slack") ? "slack-webhook-url" : "email";
                    LOG.warnf(
                            "no %s destination for %s: alerts skip it until adskull.alerts.%s.%s is set",
                            channel, audience.id(), audience.id(), key);
                }
            }
        }
    }

    private static List<Destination> of(Audience audience, Reach reach) {
        List<Destination> destinations = new ArrayList<>();
        reach.slackWebhookUrl()
                .ifPresent(url -> destinations.add(new SlackWebhook(
                        audience.id() + "/slack", reach.slackChannel(), checked(audience, "slack-webhook-url", url))));
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
