package io.adskull.notifier.patience;

/// What a tenant wants to hear changed. Heard in the transaction that changed it.
public record MutesChanged(String tenant) {}
