package io.adskull.token.account;

/// Whether a connection's tokens open anything.
public enum ConnectionState {
    CONNECTED,
    /// Dead: only the person's new consent helps.
    RECONNECT_REQUIRED
}
