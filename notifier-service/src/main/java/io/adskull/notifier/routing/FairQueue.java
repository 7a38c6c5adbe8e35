package io.adskull.notifier.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;

/// Events that wait to be decided on, a queue for each tenant. Tenants take turns, so that one with a thousand events
/// keeps another's waiting for no longer than a few; each tenant's own stay in order. Thread-safe.
final class FairQueue {
    /// The tenant whose turn it is in front.
    private final SequencedMap<String, Queue<Waiting>> tenants = new LinkedHashMap<>();

    /// @param batch that it came with
    record Waiting(Heard heard, HeardBatch batch) {
        private String tenant() {
            return heard.remediation().incident().tenant();
        }
    }

    synchronized void add(Collection<Waiting> events) {
        events.forEach(event -> tenants.computeIfAbsent(event.tenant(), first -> new ArrayDeque<>())
                .add(event));
    }

    /// Takes out those whose turn it is, one of each tenant after the other.
    ///
    /// @param most events of all, and `ofOne` of one tenant
    synchronized List<Waiting> next(int most, int ofOne) {
        List<Waiting> taken = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Queue<Waiting>> served = new LinkedHashMap<>();
        while (taken.size() < most && !tenants.isEmpty()) {
            Map.Entry<String, Queue<Waiting>> turn = tenants.pollFirstEntry();
            taken.add(turn.getValue().remove());
            if (!turn.getValue().isEmpty()) {
                boolean again = counts.merge(turn.getKey(), 1, Integer::sum) < ofOne;
                (again ? tenants : served).put(turn.getKey(), turn.getValue());
            }
        }
        tenants.putAll(served);
        return taken;
    }
}
