package io.adskull.notifier.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a destination is.
public enum Kind {
    /// An incoming webhook of Slack.
    @JsonProperty("slack")
    SLACK,
    /// A channel that a bot of Slack posts to.
    @JsonProperty("slack-bot")
    SLACK_BOT,
    @JsonProperty("email")
    EMAIL,
    /// A program that takes signed JSON.
    @JsonProperty("webhook")
    WEBHOOK
}
