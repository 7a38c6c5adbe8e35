package io.adskull.poller.schedule;

import io.adskull.contract.account.ConnectedAccount;
import io.adskull.poller.probe.Probe;

/// One probe of one account in the queue. Mutable and small: there are a dozen for each of a million accounts.
final class ScheduledProbe {
    static final int NOT_QUEUED = -1;
    static final long NOT_RUNNING = 0;

    final Probe probe;
    final int position;
    ConnectedAccount account;
    long dueAtMillis;
    long run = NOT_RUNNING;
    int place = NOT_QUEUED;
    short attempt = 1;
    short denials;
    boolean urgent;
    boolean healthy;

    ScheduledProbe(ConnectedAccount account, Probe probe, int position) {
        this.account = account;
        this.probe = probe;
        this.position = position;
    }

    boolean before(ScheduledProbe other) {
        return urgent == other.urgent ? dueAtMillis < other.dueAtMillis : urgent;
    }
}
