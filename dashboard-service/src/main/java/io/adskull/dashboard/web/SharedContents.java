package io.adskull.dashboard.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adskull.dashboard.overview.AccountQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The overview's changing part, made once for all who ask for the same at the same time: fifty browsers that heard of
/// one change. What is given out began to be made a quarter of a second before at most, and a browser asks later than
/// that after it heard (`app.js`), so it never misses what it was told of.
@ApplicationScoped
class SharedContents {
    private static final Duration SHARED = Duration.ofMillis(250);
    private static final int MOST = 1_000;

    /// Whoever has the same key may see the same.
    record Key(String tenant, boolean mayChange, AccountQuery query) {}

    private record Making(Instant since, FutureTask<String> content) {
        boolean recent(Instant now) {
            return Duration.between(since, now).abs().compareTo(SHARED) < 0;
        }
    }

    private final InstantSource clock;

    private final Cache<Key, Making> makings = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofSeconds(5))
            .build();

    SharedContents(InstantSource clock) {
        this.clock = clock;
    }

    /// @param maker runs in the thread of whoever asks first; the others wait for it
    String of(Key key, Callable<String> maker) {
        Instant now = clock.instant();
        Making making = makings.asMap()
                .compute(
                        key,
                        (same, last) ->
                                last != null && last.recent(now) ? last : new Making(now, new FutureTask<>(maker)));
        making.content().run();
        try {
            return making.content().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the overview could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the overview was made", e);
        }
    }
}
