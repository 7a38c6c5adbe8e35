package io.adskull.notifier.directory;

import io.adskull.notifier.channel.Outcome;
import org.jspecify.annotations.Nullable;

/// What became of a test.
///
/// @param said the receiver's own words, where it did not take the message
public record Tested(boolean delivered, @Nullable String said) {
    static Tested of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> new Tested(true, null);
            case Outcome.Retry retry -> new Tested(false, retry.why());
            case Outcome.GaveUp gaveUp -> new Tested(false, gaveUp.why());
            case Outcome.Gone gone -> new Tested(false, gone.why());
        };
    }
}
