package io.adskull.poller.status;

import io.adskull.contract.status.PlatformIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is new in a feed. Pure.
final class Reported {
    /// What must be published.
    sealed interface News {
        /// A new incident, or one of which the feed says something else than before.
        record Told(PlatformIncident incident) implements News {}

        /// One that was over, and that the feed speaks of no more.
        record Forgotten(PlatformIncident incident) implements News {}
    }

    private Reported() {}

    /// @param known of this platform, as it was published last
    static List<News> news(StatusFeed feed, List<FeedEntry> entries, Collection<PlatformIncident> known, Instant now) {
        Map<String, PlatformIncident> unseen = new HashMap<>();
        known.forEach(incident -> unseen.put(incident.guid(), incident));
        List<News> news = new ArrayList<>();
        for (FeedEntry entry : entries) {
            PlatformIncident before = unseen.remove(entry.guid());
            Instant since = entry.publishedAt().orElse(before == null ? now : before.publishedAt());
            PlatformIncident seen = new PlatformIncident(
                    feed.platform(),
                    entry.guid(),
                    entry.title(),
                    entry.link().orElse(null),
                    since,
                    feed.isOpen(entry, since, now),
                    before == null ? now : before.at());
            if (!seen.equals(before)) {
                news.add(new News.Told(at(seen, seen.open(), now)));
            }
        }
        unseen.values()
                .forEach(
                        gone -> news.add(gone.open() ? new News.Told(at(gone, false, now)) : new News.Forgotten(gone)));
        return news;
    }

    private static PlatformIncident at(PlatformIncident incident, boolean open, Instant at) {
        return new PlatformIncident(
                incident.platform(),
                incident.guid(),
                incident.title(),
                incident.link(),
                incident.publishedAt(),
                open,
                at);
    }
}
