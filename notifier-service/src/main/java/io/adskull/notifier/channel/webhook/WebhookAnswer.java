package io.adskull.notifier.channel.webhook;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.RetryAfter;
import io.adskull.notifier.channel.Untrusted;
import java.time.Instant;
import java.util.Optional;

/// What a receiver's answer means: whatever is no success is tried again, but for "gone", by which it says
/// that it wants no event any more (github.com/standard-webhooks/standard-webhooks, "Deliverability and
/// reliability"). Pure.
record WebhookAnswer(int status, String words, Optional<String> retryAfter) {
    private static final int GONE = 410;

    Outcome outcome(Instant now) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        String said =
                "the receiver answered " + status + (words.isBlank() ? "" : " \"" + Untrusted.line(words, 100) + "\"");
        if (status == GONE) {
            return new Outcome.Gone(said);
        }
        if (status >= 300 && status < 400) {
            return Outcome.Retry.because(said + "; redirects are not followed, configure the new address");
        }
        return new Outcome.Retry(retryAfter.flatMap(value -> RetryAfter.read(value, now)), said);
    }
}
