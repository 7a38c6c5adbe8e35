package io.adskull.notifier.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/// Messages that are promised to this process: a lane for each destination, some of each on their way. Lanes take
/// turns; a slow destination holds up its own lane only, and a tenant's lanes together get a quarter at most.
/// Thread-safe.
@Singleton
final class Lanes {
    /// Promised and waiting, for one destination and for all.
    private static final int PROMISED = 256;

    private static final int ALL_PROMISED = 2_048;

    private final int all;
    private final int each;
    private final int tenants;
    /// The one whose turn it is in front.
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Integer> ofTenant = new HashMap<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();
    private final Set<String> troubled = new HashSet<>();
    /// Something is due to these that is not promised, as far as is known.
    private final Set<String> toLookFor = new HashSet<>();
    /// Something may wait behind what is on its way to these.
    private final Set<String> behind = new HashSet<>();
    private int onTheirWay;
    private int waiting;
    private boolean closed;

    /// @param rooms of each destination: how many of its messages may be promised
    /// @param most messages altogether
    record Look(Map<String, Integer> rooms, int most) {}

    private static final class Lane {
        private final Queue<Claimed> waiting = new ArrayDeque<>();
        private int onTheirWay;
    }

    @Inject
    Lanes(DeliveryConfig config) {
        this(config.atOnce(), config.atOnceEach());
    }

    /// @param all messages on their way at once
    /// @param each of them to one destination
    Lanes(int all, int each) {
        if (all < 1 || each < 1) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.at-once and at-once-each must be at least 1, not " + all + " and " + each);
        }
        this.all = all;
        this.each = each;
        this.tenants = Math.max(1, all / 4);
    }

    /// How many messages may be promised for this destination as they are written: none, where older ones wait.
    synchronized int free(String destination, Instant now) {
        return toLookFor.contains(destination) ? 0 : room(destination, now);
    }

    private int room(String destination, Instant now) {
        if (closed || isPaused(destination, now)) {
            return 0;
        }
        Lane lane = lanes.get(destination);
        int taken = lane == null ? 0 : lane.waiting.size();
        return Math.max(0, Math.min(PROMISED - taken, ALL_PROMISED - waiting));
    }

    /// What was promised as it was written.
    synchronized void promised(Collection<Claimed> messages) {
        for (Claimed message : messages) {
            lanes.computeIfAbsent(message.destination(), first -> new Lane())
                    .waiting
                    .add(message);
        }
        waiting += messages.size();
    }

    /// What a look found.
    synchronized void found(Look look, Collection<Claimed> messages) {
        promised(messages);
        Map<String, Long> found =
                messages.stream().collect(Collectors.groupingBy(Claimed::destination, Collectors.counting()));
        look.rooms().forEach((destination, room) -> {
            long count = found.getOrDefault(destination, 0L);
            if (count >= room || messages.size() >= look.most()) {
                toLookFor.add(destination);
            } else if (count > 0) {
                behind.add(destination);
            }
        });
    }

    /// Something is due to these that is not promised.
    synchronized void lookFor(Collection<String> destinations) {
        toLookFor.addAll(destinations);
    }

    /// What to look for now, if anything.
    synchronized Optional<Look> look(Instant now) {
        Map<String, Integer> rooms = new HashMap<>();
        for (String destination : toLookFor) {
            int room = room(destination, now);
            if (room >= PROMISED / 2) {
                rooms.put(destination, room);
            }
        }
        toLookFor.removeAll(rooms.keySet());
        rooms.keySet().stream().filter(lanes::containsKey).forEach(behind::add);
        return rooms.isEmpty() ? Optional.empty() : Optional.of(new Look(rooms, ALL_PROMISED - waiting));
    }

    /// The message that leaves next, if one may; it is on its way until it [ended][#ended].
    synchronized Optional<Claimed> next(Instant now) {
        if (waiting == 0 || onTheirWay >= all) {
            return Optional.empty();
        }
        Optional<Map.Entry<String, Lane>> turn = lanes.entrySet().stream()
                .filter(entry -> mayLeave(entry.getValue()) && !isPaused(entry.getKey(), now))
                .findFirst();
        turn.ifPresent(entry -> {
            lanes.remove(entry.getKey());
            lanes.put(entry.getKey(), entry.getValue());
        });
        return turn.map(entry -> leave(entry.getValue()));
    }

    private boolean mayLeave(Lane lane) {
        Claimed first = lane.waiting.peek();
        return first != null && lane.onTheirWay < each && ofTenant.getOrDefault(first.tenant(), 0) < tenants;
    }

    private Claimed leave(Lane lane) {
        Claimed message = lane.waiting.remove();
        lane.onTheirWay++;
        onTheirWay++;
        waiting--;
        ofTenant.merge(message.tenant(), 1, Integer::sum);
        return message;
    }

    /// @return whether its destination should be looked for again
    synchronized boolean ended(Claimed message, Instant now) {
        String destination = message.destination();
        onTheirWay--;
        ofTenant.computeIfPresent(message.tenant(), (tenant, count) -> count > 1 ? count - 1 : null);
        lanes.computeIfPresent(destination, (same, lane) -> {
            lane.onTheirWay--;
            return lane.onTheirWay == 0 && lane.waiting.isEmpty() ? null : lane;
        });
        if (!lanes.containsKey(destination) && behind.remove(destination)) {
            toLookFor.add(destination);
        }
        return toLookFor.contains(destination) && room(destination, now) >= PROMISED / 2;
    }

    /// Takes out what waits for this destination.
    synchronized List<Claimed> empty(String destination) {
        Lane lane = lanes.get(destination);
        return lane == null ? List.of() : emptied(lane);
    }

    /// Takes out everything that waits; from now on nothing is promised any more.
    synchronized List<Claimed> close() {
        closed = true;
        return lanes.values().stream().flatMap(lane -> emptied(lane).stream()).toList();
    }

    private List<Claimed> emptied(Lane lane) {
        List<Claimed> unsent = new ArrayList<>(lane.waiting);
        lane.waiting.clear();
        waiting -= unsent.size();
        return unsent;
    }

    synchronized boolean isPaused(String destination, Instant now) {
        Instant until = pausedUntil.get(destination);
        if (until == null || until.isAfter(now)) {
            return until != null;
        }
        pausedUntil.remove(destination);
        return false;
    }

    synchronized void pause(String destination, Instant until) {
        pausedUntil.merge(destination, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    synchronized void failed(String destination) {
        troubled.add(destination);
    }

    /// @return whether the destination had failed before, so that others may be waiting for it
    synchronized boolean recovered(String destination) {
        return troubled.remove(destination);
    }
}
