package io.adskull.notifier.delivery;

/// Something in the outbox waits to be sent or announced. Fired inside a transaction, heard after it committed.
public record OutboxChanged() {}
