package io.adskull.poller.access;

import io.adskull.contract.account.ConnectionId;

/// A connection that was believed dead has a token again: what failed for its accounts is worth a look now.
public record ConnectionRevived(ConnectionId connection) {}
