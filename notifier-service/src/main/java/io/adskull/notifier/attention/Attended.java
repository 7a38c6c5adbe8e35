package io.adskull.notifier.attention;

/// What became of an answer to an alert.
public sealed interface Attended {

    /// It counts, or did already.
    record Done(Attention attention) implements Attended {}

    /// The tenant has no such incident.
    record Unknown() implements Attended {}

    /// Nothing is left to acknowledge or to snooze.
    record Over() implements Attended {}
}
