package io.adskull.dashboard.notifier;

/// What became of a question to notifier-service.
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /// @param why in its words, for the person who asked
    record Refused<T>(String why) implements Answer<T> {}

    /// The tenant has no such thing (any more).
    record Missing<T>(String why) implements Answer<T> {}

    /// It does not answer, or not what it should. What was asked for may have been done.
    record Away<T>() implements Answer<T> {}

    /// What to say to a person where there is no value; empty where there is.
    default String trouble() {
        return switch (this) {
            case Given<T> given -> "";
            case Refused<T>(String why) -> why;
            case Missing<T>(String why) -> why;
            case Away<T> away -> "The part of AdSkull that sends alerts does not answer now. Try again in a minute.";
        };
    }
}
