package io.adskull.notifier.delivery;

/// A message in the outbox found its end, or will be tried again later.
public record OutboxSettled() {}
