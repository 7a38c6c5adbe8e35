package io.adskull.poller.status;

import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.http.HttpCalls;
import io.adskull.poller.http.PlatformReply;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Reads every platform's status feed now and then, on one replica, and publishes what is new. What cannot be read
/// changes nothing. The circuit breaker of the platform's probes has no say: a feed is wanted most when they fail.
@ApplicationScoped
public class ReadStatusPages {
    private static final Logger LOG = Logger.getLogger(ReadStatusPages.class);

    /// Whoever holds this partition of `accounts` reads for all.
    private static final int READERS_PARTITION = 0;

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private final StatusFeeds feeds;
    private final OwnedAccounts owned;
    private final HttpCalls http;
    private final KnownIncidents known;
    private final StatusPublisher publisher;
    private final InstantSource clock;

    public ReadStatusPages(
            StatusFeeds feeds,
            OwnedAccounts owned,
            HttpCalls http,
            KnownIncidents known,
            StatusPublisher publisher,
            InstantSource clock,
            StatusSettings settings) {
        if (settings.statusInterval().compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException("adskull.poll.status-interval is " + settings.statusInterval()
                    + ", it must be " + SHORTEST_INTERVAL + " or more");
        }
        this.feeds = feeds;
        this.owned = owned;
        this.http = http;
        this.known = known;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// The first time a while after the start: by then partitions are dealt out and what is known has been read.
    @Scheduled(
            every = "{adskull.poll.status-interval}",
            delayed = "{adskull.poll.status-delay}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void readAll() {
        if (owned.owns(READERS_PARTITION)) {
            feeds.all().forEach(this::read);
        }
    }

    private void read(StatusFeed feed) {
        String platform = feed.platform().displayName();
        try {
            switch (http.ask(request(feed))) {
                case PlatformReply.Answered answer
                when answer.truncated() -> LOG.warnf("%s's status feed is left out: it is too long", platform);
                case PlatformReply.Answered answer
                when answer.status() != 200 ->
                    LOG.warnf("%s's status feed is left out: HTTP %d", platform, answer.status());
                case PlatformReply.Answered answer -> publishNews(feed, RssReader.read(answer.body()));
                case PlatformReply.Unanswered none ->
                    LOG.warnf(
                            "%s's status feed is left out: %s",
                            platform, none.why().id());
                case PlatformReply.NotAsked ignored -> LOG.debug("the service is stopping");
            }
        } catch (UnreadableFeed e) {
            LOG.warnf("%s's status feed is left out: %s", platform, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s's status feed is left out", platform);
        }
    }

    private void publishNews(StatusFeed feed, List<FeedEntry> entries) {
        Instant now = clock.instant();
        for (Reported.News news : Reported.news(feed, entries, known.of(feed.platform()), now)) {
            publisher.publish(news, now);
            if (news instanceof Reported.News.Told(var incident)) {
                LOG.infof(
                        "%s says that an incident %s: %s",
                        feed.platform().displayName(), incident.open() ? "is open" : "is over", incident.title());
            }
        }
    }

    private static HttpRequest request(StatusFeed feed) {
        return HttpRequest.newBuilder(feed.address())
                .version("https".equals(feed.address().getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .setHeader("Accept", "application/rss+xml, application/xml, text/xml")
                .setHeader("User-Agent", "AdSkull")
                .GET()
                .build();
    }
}
