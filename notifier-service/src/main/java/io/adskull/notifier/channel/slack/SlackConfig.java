package io.adskull.notifier.channel.slack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// What bots share, whoever they tell.
@ConfigMapping(prefix = "adskull.alerts.slack")
public interface SlackConfig {

    /// Slack's Web API.
    @WithDefault("https://slack.com/api")
    URI apiUrl();

    /// By which what Slack sends is known to be Slack's. A secret; without it messages have no buttons
    /// that act.
    Optional<String> signingSecret();
}
