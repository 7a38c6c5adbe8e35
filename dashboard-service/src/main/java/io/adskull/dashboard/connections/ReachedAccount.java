package io.adskull.dashboard.connections;

import io.adskull.contract.account.AccountKey;

/// An account that a connection reaches.
public record ReachedAccount(AccountKey key, String name) {}
