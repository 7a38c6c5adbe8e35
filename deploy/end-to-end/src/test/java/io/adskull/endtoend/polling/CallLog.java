package io.adskull.endtoend.polling;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Every call of every replica, once it has ended.
final class CallLog {
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    void add(Call call) {
        calls.add(call);
    }

    /// Calls that started in this time.
    Stream<Call> between(Instant from, Instant to) {
        return calls.stream()
                .filter(call -> !call.started().isBefore(from) && call.started().isBefore(to));
    }

    Stream<Call> since(Instant from) {
        return between(from, Instant.MAX);
    }

    Set<Call.Probe> probesSince(Instant from) {
        return since(from).map(Call::probe).collect(toSet());
    }

    /// Account → who polled it.
    Map<String, Set<String>> pollersSince(Instant from) {
        return since(from).collect(groupingBy(Call::account, mapping(Call::replica, toSet())));
    }

    /// For each probe the longest time without a call, from one start to the next, between `from` and `to`.
    Map<Call.Probe, Duration> longestGaps(Instant from, Instant to) {
        return between(from, to)
                .collect(groupingBy(
                        Call::probe,
                        collectingAndThen(mapping(Call::started, toList()), starts -> longestGap(starts, from, to))));
    }

    private static Duration longestGap(List<Instant> starts, Instant from, Instant to) {
        List<Instant> all = new ArrayList<>(starts);
        all.add(from);
        all.add(to);
        all.sort(Comparator.naturalOrder());
        Duration longest = Duration.ZERO;
        for (int i = 1; i < all.size(); i++) {
            Duration gap = Duration.between(all.get(i - 1), all.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    /// Calls of one probe that were under way at the same time.
    List<List<Call>> overlapping() {
        List<List<Call>> found = new ArrayList<>();
        calls.stream().collect(groupingBy(Call::probe)).values().forEach(ofProbe -> {
            List<Call> inOrder =
                    ofProbe.stream().sorted(Comparator.comparing(Call::started)).toList();
            for (int i = 1; i < inOrder.size(); i++) {
                if (inOrder.get(i - 1).overlaps(inOrder.get(i))) {
                    found.add(inOrder.subList(i - 1, i + 1));
                }
            }
        });
        return found;
    }
}
