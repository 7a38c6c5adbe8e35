package io.adskull.dashboard.live;

import io.adskull.dashboard.projection.Change;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The browsers that watch now, on this replica. Thread-safe.
@ApplicationScoped
public class Subscriptions {
    /// What a browser is told: what changed, or that it may have missed something and should look at everything.
    public sealed interface News {
        record Changed(Change change) implements News {}

        /// More changed at this tenant than is worth telling one by one.
        record ChangedMuch(String tenant) implements News {}

        record LookAgain() implements News {}
    }

    private final BroadcastProcessor<News> news = BroadcastProcessor.create();
    private final AtomicInteger watching = new AtomicInteger();
    private final int limit;

    Subscriptions(LiveSettings settings, MeterRegistry meters) {
        this.limit = settings.maxSubscribers();
        meters.gauge("adskull.dashboard.live.subscribers", watching);
    }

    /// News for one tenant until the browser goes; empty when too many watch already. A browser that reads too
    /// slowly loses the oldest news, which costs nothing: it re-reads the page, not the news.
    public Optional<Multi<News>> watch(String tenant) {
        if (watching.get() >= limit) {
            return Optional.empty();
        }
        return Optional.of(news.filter(item -> concerns(item, tenant))
                .onOverflow()
                .dropPreviousItems()
                .onSubscription()
                .invoke(watching::incrementAndGet)
                .onTermination()
                .invoke(watching::decrementAndGet));
    }

    synchronized void tell(News item) {
        news.onNext(item);
    }

    private static boolean concerns(News item, String tenant) {
        return switch (item) {
            case News.Changed changed -> changed.change().tenant().equals(tenant);
            case News.ChangedMuch much -> much.tenant().equals(tenant);
            case News.LookAgain all -> true;
        };
    }
}
