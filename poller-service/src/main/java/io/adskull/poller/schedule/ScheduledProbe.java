package io.adskull.poller.schedule;

import io.adskull.poller.accounts.WatchedAccount;

/// One probe of one account in the queue. Mutable, and 40 bytes: there are a dozen for each of hundreds of thousands of
/// accounts. Which probe it is follows from its position in the plan of the account's kind.
final class ScheduledProbe implements IndexedHeap.Element<ScheduledProbe> {
    static final int NOT_RUNNING = 0;

    final WatchedAccount account;
    long dueAtMillis;
    int run = NOT_RUNNING;
    private int place = NOT_IN_A_HEAP;
    short attempt = 1;
    final byte position;
    byte denials;
    byte unasked;
    boolean urgent;
    boolean healthy;

    /// @param position of the probe in the plan, at most 127
    ScheduledProbe(WatchedAccount account, int position) {
        this.account = account;
        this.position = (byte) position;
    }

    /// Whether its last call did not work.
    boolean failing() {
        return denials > 0 || attempt > 1;
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void placeAt(int newPlace) {
        place = newPlace;
    }

    @Override
    public boolean before(ScheduledProbe other) {
        return dueAtMillis < other.dueAtMillis;
    }
}
