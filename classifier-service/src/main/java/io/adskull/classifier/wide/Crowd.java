package io.adskull.classifier.wide;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How many accounts of a platform spoke lately, and how many of them failed because of it. Each account counts
/// once, where its newest word stands: its word says what it said before, which is then taken back. Of fixed size,
/// however many accounts there are.
///
/// @param buckets by the times of the words, oldest first
public record Crowd(List<Bucket> buckets) {
    private static final Duration BUCKET = Duration.ofSeconds(10);

    /// More customers than that are counted as that many.
    private static final int MAX_TENANTS = 64;

    /// @param slot the bucket's place in time
    public record Bucket(long slot, int answered, int failing, Map<String, Integer> failingByTenant) {
        public Bucket {
            failingByTenant = Map.copyOf(failingByTenant);
        }

        private Bucket changed(String tenant, boolean fails, int by) {
            if (!fails) {
                return new Bucket(slot, Math.max(0, answered + by), failing, failingByTenant);
            }
            Map<String, Integer> tenants = new TreeMap<>(failingByTenant);
            if (tenants.containsKey(tenant) || tenants.size() < MAX_TENANTS) {
                tenants.merge(tenant, by, Integer::sum);
                tenants.values().removeIf(count -> count <= 0);
            }
            return new Bucket(slot, Math.max(0, answered + by), Math.max(0, failing + by), tenants);
        }
    }

    public Crowd {
        buckets = List.copyOf(buckets);
    }

    static Crowd nobody() {
        return new Crowd(List.of());
    }

    /// @param window words older than this before the newest one are forgotten
    Crowd heard(PlatformWord word, Duration window) {
        Map<Long, Bucket> bySlot = new TreeMap<>();
        buckets.forEach(bucket -> bySlot.put(bucket.slot(), bucket));
        PlatformWord.Before before = word.before();
        if (before != null) {
            bySlot.computeIfPresent(
                    slot(before.at()), (slot, bucket) -> bucket.changed(word.tenant(), before.outage(), -1));
        }
        if (!word.gone()) {
            bySlot.compute(slot(word.at()), (slot, bucket) -> (bucket == null ? empty(slot) : bucket)
                    .changed(word.tenant(), word.outage(), 1));
        }
        long newest = bySlot.keySet().stream().mapToLong(slot -> slot).max().orElse(0);
        long oldest = newest - window.dividedBy(BUCKET);
        return new Crowd(bySlot.values().stream()
                .filter(bucket -> bucket.slot() > oldest)
                .toList());
    }

    @JsonIgnore
    long answered() {
        return buckets.stream().mapToLong(Bucket::answered).sum();
    }

    @JsonIgnore
    long failing() {
        return buckets.stream().mapToLong(Bucket::failing).sum();
    }

    @JsonIgnore
    int failingTenants() {
        Set<String> tenants = new HashSet<>();
        buckets.forEach(bucket -> tenants.addAll(bucket.failingByTenant().keySet()));
        return tenants.size();
    }

    private static Bucket empty(long slot) {
        return new Bucket(slot, 0, 0, Map.of());
    }

    private static long slot(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), BUCKET.toMillis());
    }
}
