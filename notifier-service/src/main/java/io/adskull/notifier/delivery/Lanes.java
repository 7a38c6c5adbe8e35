package io.adskull.notifier.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/// Messages that are promised to this process: a lane for each destination, some of each on their way. Lanes take
/// turns; a slow destination holds up its own lane only, and a tenant's lanes together get a quarter at most.
/// Thread-safe.
@Singleton
final class Lanes {
    /// Promised and waiting for one destination: few at first, many where they leave within a second.
    private static final int FEW = 32;

    private static final int MANY = 256;
    private static final Duration SOON = Duration.ofSeconds(1);

    /// Promised and waiting for all; a quarter of them for one tenant.
    private static final int ALL_PROMISED = 2_048;

    private final int all;
    private final int each;
    private final int tenants;
    /// The one whose turn it is in front.
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    /// Whose each destination is, as far as this process has heard.
    private final Map<String, String> tenantOf = new HashMap<>();
    private final Map<String, Integer> ofTenant = new HashMap<>();
    private final Map<String, Integer> waitingOfTenant = new HashMap<>();
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

    /// @param size messages that may be promised
    /// @param since when they were looked for
    private record Window(int size, Instant since) {
        Window after(Instant now) {
            boolean soon = now.minus(SOON).isBefore(since);
            return new Window(soon ? Math.min(MANY, 2 * size) : Math.max(FEW, size / 2), now);
        }
    }

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
    synchronized int free(String destination, String tenant, Instant now) {
        tenantOf.put(destination, tenant);
        return toLookFor.contains(destination) ? 0 : room(destination, now);
    }

    private int room(String destination, Instant now) {
        if (closed || isPaused(destination, now)) {
            return 0;
        }
        Lane lane = lanes.get(destination);
        int taken = lane == null ? 0 : lane.waiting.size();
        int ofTenant = waitingOfTenant.getOrDefault(tenantOf.getOrDefault(destination, ""), 0);
        int left = Math.min(ALL_PROMISED - waiting, ALL_PROMISED / 4 - ofTenant);
        return Math.max(0, Math.min(window(destination).size() - taken, left));
    }

    private Window window(String destination) {
        return windows.getOrDefault(destination, new Window(FEW, Instant.MIN));
    }

    /// What was promised as it was written.
    synchronized void promised(Collection<Claimed> messages) {
        for (Claimed message : messages) {
            lanes.computeIfAbsent(message.destination(), first -> new Lane())
                    .waiting
                    .add(message);
            tenantOf.put(message.destination(), message.tenant());
            waitingOfTenant.merge(message.tenant(), 1, Integer::sum);
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
            if (hasRoom(destination, now)) {
                windows.put(destination, window(destination).after(now));
                rooms.put(destination, room(destination, now));
            }
        }
        toLookFor.removeAll(rooms.keySet());
        rooms.keySet().stream().filter(lanes::containsKey).forEach(behind::add);
        return rooms.isEmpty() ? Optional.empty() : Optional.of(new Look(rooms, ALL_PROMISED - waiting));
    }

    /// Looking for a few at a time would cost more than sending them.
    private boolean hasRoom(String destination, Instant now) {
        return room(destination, now) >= window(destination).size() / 2;
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
        waitingOfTenant.merge(message.tenant(), -1, Lanes::sum);
        ofTenant.merge(message.tenant(), 1, Integer::sum);
        return message;
    }

    /// @return whether its destination should be looked for again
    synchronized boolean ended(Claimed message, Instant now) {
        String destination = message.destination();
        onTheirWay--;
        ofTenant.merge(message.tenant(), -1, Lanes::sum);
        lanes.computeIfPresent(destination, (same, lane) -> {
            lane.onTheirWay--;
            return lane.onTheirWay == 0 && lane.waiting.isEmpty() ? null : lane;
        });
        if (!lanes.containsKey(destination) && behind.remove(destination)) {
            toLookFor.add(destination);
        }
        return toLookFor.contains(destination) && hasRoom(destination, now);
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
        unsent.forEach(message -> waitingOfTenant.merge(message.tenant(), -1, Lanes::sum));
        waiting -= unsent.size();
        return unsent;
    }

    /// Nothing, so that a map forgets whom it counts no more.
    private static @Nullable Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
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
