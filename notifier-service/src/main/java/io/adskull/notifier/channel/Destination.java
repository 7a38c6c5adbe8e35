package io.adskull.notifier.channel;

import io.adskull.notifier.channel.webhook.WebhookSecret;
import java.net.URI;
import java.util.Optional;

/// Where alerts of one audience go by one channel. The outbox keeps only its name, so that no secret reaches the
/// database.
public sealed interface Destination {

    /// Stable name in the outbox, such as `advertisers/slack`.
    String name();

    /// `slack`, `email` or `webhook`, as metrics and the `alerts` topic call it.
    String channel();

    /// What people call it: a channel's name, an address.
    String recipient();

    /// @param url the incoming webhook; whoever knows it can post, so it is never printed
    record SlackWebhook(String name, String recipient, URI url) implements Destination {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public String toString() {
            return "Slack " + recipient;
        }
    }

    /// @param token of the bot that posts; whoever knows it can post as well, so it is never printed
    /// @param postsTo Slack's id of the channel, or its name
    record SlackBot(String name, String recipient, String token, String postsTo) implements Destination {
        @Override
        public String channel() {
            return "slack";
        }

        @Override
        public String toString() {
            return "Slack " + recipient + " by a bot";
        }
    }

    /// @param url where events are sent; may hold a secret, so it is never printed
    record Webhook(String name, URI url, WebhookSecret secret) implements Destination {
        @Override
        public String channel() {
            return "webhook";
        }

        @Override
        public String recipient() {
            return url.getHost();
        }

        @Override
        public String toString() {
            return "webhook " + recipient();
        }
    }

    /// @param unsubscribe where its reader switches it off by one click (RFC 8058); whoever knows it can, so it
    /// is never printed. Empty where only those who run AdSkull can
    record Mailbox(String name, String address, Optional<URI> unsubscribe) implements Destination {
        public Mailbox(String name, String address) {
            this(name, address, Optional.empty());
        }

        @Override
        public String channel() {
            return "email";
        }

        @Override
        public String recipient() {
            return address;
        }

        @Override
        public String toString() {
            return "e-mail " + address;
        }
    }
}
