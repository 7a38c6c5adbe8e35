package io.adskull.notifier.directory;

import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.webhook.WebhookSecret;
import io.adskull.vault.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// Where a destination is reached and, of a webhook, what its events are signed with. Never printed.
///
/// @param value of a bot: Slack's id of the channel
/// @param secret of a webhook, `whsec_…`; of a bot its token; else empty
record Address(String value, String secret) {

    /// For the vault.
    Secret asSecret() {
        return new Secret(value + "\n" + secret);
    }

    static Address read(Secret sealed) {
        int end = sealed.value().indexOf('\n');
        return new Address(sealed.value().substring(0, end), sealed.value().substring(end + 1));
    }

    Destination as(Kind kind, String name, String recipient, Supplier<URI> unsubscribe) {
        return switch (kind) {
            case SLACK -> new SlackWebhook(name, recipient, URI.create(value));
            case SLACK_BOT -> new SlackBot(name, recipient, secret, value);
            case EMAIL -> new Mailbox(name, value, Optional.of(unsubscribe.get()));
            case WEBHOOK -> new Destination.Webhook(name, URI.create(value), WebhookSecret.parse(secret));
        };
    }

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
