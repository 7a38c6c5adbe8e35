package io.adskull.notifier.patience;

/// What waits for this destination leaves at other times now. Heard in the transaction that changed it.
///
/// @param destination as the outbox calls it
public record QuietHoursChanged(String destination) {}
