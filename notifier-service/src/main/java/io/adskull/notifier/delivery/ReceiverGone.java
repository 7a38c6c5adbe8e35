package io.adskull.notifier.delivery;

/// A receiver refused for good. Fired and heard inside the transaction that says so.
///
/// @param destination the outbox's name
/// @param why the receiver's words
record ReceiverGone(String destination, String why) {}
