package io.adskull.dashboard.notifier;

import java.util.function.Function;

/// What became of a question to notifier-service.
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /// @param why in its words, for the person who asked
    record Refused<T>(String why) implements Answer<T> {}

    /// It does not answer, or not what it should. What was asked for may have been done.
    record Away<T>() implements Answer<T> {}

    default <R> Answer<R> map(Function<T, R> change) {
        return switch (this) {
            case Given<T>(T value) -> new Given<>(change.apply(value));
            case Refused<T>(String why) -> new Refused<>(why);
            case Away<T>() -> new Away<>();
        };
    }
}
