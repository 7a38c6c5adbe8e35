package io.adskull.poller.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What waits for one platform. Urgent probes go first; of the others, tenants take turns call by call (start-time
/// fair queueing), so an agency with ten thousand accounts never delays a shop with one. Within a tenant the earliest
/// goes first.
final class PlatformQueue {
    private final IndexedHeap<ScheduledProbe> urgent = new IndexedHeap<>();
    private final Map<String, TenantQueue> tenants = new HashMap<>();
    /// Tenants with something due, who was served least first; one may turn out to have nothing due any more.
    private final IndexedHeap<TenantQueue> ready = new IndexedHeap<>();
    /// The other tenants, whose time comes first first.
    private final IndexedHeap<TenantQueue> later = new IndexedHeap<>();
    /// What the tenant that was served last had been served before: who wakes up starts from here.
    private long virtualTime;
    private int size;

    int size() {
        return size;
    }

    /// Puts the probe in, or where it belongs now that it has changed.
    void put(ScheduledProbe probe) {
        remove(probe);
        size++;
        if (probe.urgent) {
            urgent.put(probe);
            return;
        }
        TenantQueue tenant = tenants.computeIfAbsent(probe.account.tenant(), TenantQueue::new);
        tenant.probes.put(probe);
        place(tenant);
    }

    void remove(ScheduledProbe probe) {
        if (probe.place() == ScheduledProbe.NOT_IN_A_HEAP) {
            return;
        }
        size--;
        TenantQueue tenant = tenants.get(probe.account.tenant());
        if (tenant != null && tenant.probes.holds(probe)) {
            tenant.probes.remove(probe);
            place(tenant);
        } else {
            urgent.remove(probe);
        }
    }

    /// Takes out the urgent probe that comes next, if one is due by now.
    Optional<ScheduledProbe> takeUrgent(long nowMillis) {
        Optional<ScheduledProbe> next = urgent.first().filter(probe -> probe.dueAtMillis <= nowMillis);
        next.ifPresent(this::remove);
        return next;
    }

    /// Takes out the regular probe that comes next, if one is due by now.
    Optional<ScheduledProbe> takeRegular(long nowMillis) {
        wake(nowMillis);
        while (!ready.isEmpty()) {
            TenantQueue tenant = ready.first().orElseThrow();
            ScheduledProbe probe = tenant.probes.first().orElseThrow();
            if (probe.dueAtMillis <= nowMillis) {
                virtualTime = tenant.served;
                tenant.served++;
                remove(probe);
                return Optional.of(probe);
            }
            ready.remove(tenant);
            tenant.ready = false;
            later.put(tenant);
        }
        return Optional.empty();
    }

    /// When an urgent probe is due; `Long.MAX_VALUE` for never.
    long nextUrgentMillis() {
        return urgent.first().map(probe -> probe.dueAtMillis).orElse(Long.MAX_VALUE);
    }

    /// When a regular probe is due at the earliest; `Long.MAX_VALUE` for never.
    long nextRegularMillis() {
        return Math.min(
                ready.first().map(TenantQueue::dueAtMillis).orElse(Long.MAX_VALUE),
                later.first().map(TenantQueue::dueAtMillis).orElse(Long.MAX_VALUE));
    }

    private void wake(long nowMillis) {
        while (later.first().filter(tenant -> tenant.dueAtMillis() <= nowMillis).isPresent()) {
            TenantQueue tenant = later.first().orElseThrow();
            later.remove(tenant);
            tenant.ready = true;
            tenant.served = Math.max(tenant.served, virtualTime);
            ready.put(tenant);
        }
    }

    /// Where the tenant belongs after a change of its probes.
    private void place(TenantQueue tenant) {
        IndexedHeap<TenantQueue> heap = tenant.ready ? ready : later;
        if (tenant.probes.isEmpty()) {
            heap.remove(tenant);
            tenants.remove(tenant.tenant);
        } else {
            heap.put(tenant);
        }
    }
}
