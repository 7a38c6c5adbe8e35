package io.adskull.poller.schedule;

import io.adskull.poller.accounts.WatchedAccount;

/// One probe of one account in the queue. Mutable, and 40 bytes: there are a dozen for each of hundreds of thousands of
/// accounts. Which probe it is follows from its position in the plan of the account's kind.
final class ScheduledProbe {
    static final int NOT_QUEUED = -1;
    static final int NOT_RUNNING = 0;

    final WatchedAccount account;
    long dueAtMillis;
    int run = NOT_RUNNING;
    int place = NOT_QUEUED;
    short attempt = 1;
    final byte position;
    byte denials;
    boolean urgent;
    boolean healthy;

    /// @param position of the probe in the plan, at most 127
    ScheduledProbe(WatchedAccount account, int position) {
        this.account = account;
        this.position = (byte) position;
    }

    boolean before(ScheduledProbe other) {
        return urgent == other.urgent ? dueAtMillis < other.dueAtMillis : urgent;
    }
}
