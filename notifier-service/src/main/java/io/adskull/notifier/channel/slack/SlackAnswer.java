package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.RetryAfter;
import io.adskull.notifier.channel.Untrusted;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What Slack's answer to a webhook means
/// (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, "Handling errors"). Pure.
final class SlackAnswer {
    /// Words that speak of the webhook or its channel, and not of the message.
    private static final Set<String> GONE = Set.of(
            "no_service",
            "no_service_id",
            "no_team",
            "no_active_hooks",
            "team_disabled",
            "invalid_token",
            "action_prohibited",
            "channel_not_found",
            "channel_is_archived",
            "user_not_found",
            "posting_to_general_channel_denied");

    private SlackAnswer() {}

    static Outcome read(int status, String body, Optional<String> retryAfter, Instant now) {
        String said = "Slack answered " + status + (body.isBlank() ? "" : " \"" + Untrusted.line(body, 100) + "\"");
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status == 429 || status == 408 || status >= 500) {
            return new Outcome.Retry(retryAfter.flatMap(value -> RetryAfter.read(value, now)), said);
        }
        boolean gone = status == 404 || status == 410 || GONE.contains(body.strip());
        return gone ? new Outcome.Gone(said) : new Outcome.GaveUp(said);
    }
}
