package io.adskull.notifier.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a destination is.
public enum Kind {
    /// An incoming webhook of Slack.
    @JsonProperty("slack")
    SLACK,
    @JsonProperty("email")
    EMAIL,
    /// A program that takes signed JSON.
    @JsonProperty("webhook")
    WEBHOOK
}
