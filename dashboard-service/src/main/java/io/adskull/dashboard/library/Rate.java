package io.adskull.dashboard.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How often each address may ask. Thread-safe; of one replica.
final class Rate {
    /// Who asks from more addresses than this begins anew.
    private static final int ADDRESSES = 100_000;

    private final int perMinute;
    private final int burst;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    Rate(int perMinute, int burst, TimeMeter clock) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.clock = clock;
        // A bucket that was not asked for this long is full again, as a new one is.
        Duration full = Duration.ofMinutes(1 + burst / perMinute);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(full)
                .build();
    }

    /// @return how long to wait; empty when this call may pass
    Optional<Duration> refuses(String address) {
        Bucket bucket = Objects.requireNonNull(buckets.get(address, key -> full()));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
