package io.adskull.poller.schedule;

/// What one tenant's accounts on one platform wait for, the earliest first.
final class TenantQueue implements IndexedHeap.Element<TenantQueue> {
    final String tenant;
    final IndexedHeap<ScheduledProbe> probes = new IndexedHeap<>();

    /// Whether it is among the tenants whose turn may come now.
    boolean ready;

    /// Its calls so far, in the platform's virtual time.
    long served;

    private int place = NOT_IN_A_HEAP;

    TenantQueue(String tenant) {
        this.tenant = tenant;
    }

    long dueAtMillis() {
        return probes.first().map(probe -> probe.dueAtMillis).orElse(Long.MAX_VALUE);
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void placeAt(int newPlace) {
        place = newPlace;
    }

    /// Two tenants are compared only when both are ready, or both are not.
    @Override
    public boolean before(TenantQueue other) {
        if (ready && served != other.served) {
            return served < other.served;
        }
        return dueAtMillis() < other.dueAtMillis();
    }
}
