package io.adskull.notifier.channel;

import java.time.Duration;
import java.util.Optional;

/// How one attempt to deliver ended. Reasons are single sentences for operators and hold no secret.
public sealed interface Outcome {

    /// The receiver took it.
    ///
    /// @param receipt by which the receiver knows the message again, where it gave one
    record Delivered(Optional<String> receipt) implements Outcome {
        public Delivered() {
            this(Optional.empty());
        }
    }

    /// It may work later.
    ///
    /// @param after how long the receiver asked to be left alone; it then speaks for the whole destination
    record Retry(Optional<Duration> after, String why) implements Outcome {
        public static Retry because(String why) {
            return new Retry(Optional.empty(), why);
        }
    }

    /// It will never work.
    record GaveUp(String why) implements Outcome {}

    /// Neither this nor any other message will work there until a person mends the destination.
    record Gone(String why) implements Outcome {}
}
