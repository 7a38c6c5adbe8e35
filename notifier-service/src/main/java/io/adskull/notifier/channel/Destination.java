package io.adskull.notifier.channel;

import java.net.URI;

/// Where alerts of one audience go by one channel. The outbox keeps only its name, so that no secret reaches the
/// database.
public sealed interface Destination {

    /// Stable name in the outbox, such as `advertisers/slack`.
    String name();

    /// `slack` or `email`, as metrics and the `alerts` topic call it.
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

    record Mailbox(String name, String address) implements Destination {
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
