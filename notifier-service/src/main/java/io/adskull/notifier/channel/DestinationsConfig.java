package io.adskull.notifier.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where each audience is reached. A missing destination is skipped and said so at start.
@ConfigMapping(prefix = "adskull.alerts")
public interface DestinationsConfig {

    Advertisers advertisers();

    Operators operators();

    /// What both audiences have.
    interface Reach {
        /// Slack incoming webhook, https outside of local runs. A secret.
        Optional<URI> slackWebhookUrl();

        /// Token of a Slack app's bot, `xoxb-…`, used instead of the webhook. A secret.
        Optional<String> slackBotToken();

        /// What people call the channel behind the webhook; for a bot where it posts, by id or name.
        String slackChannel();

        Optional<String> email();

        /// Where events go as signed JSON, https outside of local runs. May hold a secret.
        Optional<URI> webhookUrl();

        /// What they are signed with: `whsec_` and 24 to 64 bytes in base64. A secret.
        Optional<String> webhookSecret();
    }

    interface Advertisers extends Reach {
        @Override
        @WithDefault("#ads-alerts")
        String slackChannel();
    }

    interface Operators extends Reach {
        @Override
        @WithDefault("#adskull-operators")
        String slackChannel();
    }
}
