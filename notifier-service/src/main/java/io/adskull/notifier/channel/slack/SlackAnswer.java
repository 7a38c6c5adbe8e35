package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.RetryAfter;
import io.adskull.notifier.channel.Untrusted;
import java.time.Instant;
import java.util.Optional;

/// What Slack's answer to a webhook means (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
/// Pure.
final class SlackAnswer {
    private SlackAnswer() {}

    static Outcome read(int status, String body, Optional<String> retryAfter, Instant now) {
        String said = "Slack answered " + status + (body.isBlank() ? "" : " \"" + Untrusted.line(body, 100) + "\"");
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status == 429 || status == 408 || status >= 500) {
            return new Outcome.Retry(retryAfter.flatMap(value -> RetryAfter.read(value, now)), said);
        }
        return new Outcome.GaveUp(said);
    }
}
