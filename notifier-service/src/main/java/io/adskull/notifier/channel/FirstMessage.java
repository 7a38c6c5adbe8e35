package io.adskull.notifier.channel;

/// What a destination was told first of a conversation that goes on.
///
/// @param receipt by which the receiver knows that message
/// @param now what it would say today
public record FirstMessage(String receipt, Alert now) {}
