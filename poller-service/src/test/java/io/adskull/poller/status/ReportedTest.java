package io.adskull.poller.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.poller.status.Reported.News;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T06:40:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final StatusFeed FEED =
            new StatusFeeds(key -> "http://localhost:1").all().getFirst();

    @Test
    void whatIsNewIsTold() {
        assertThat(news(entry("Reports fail"), List.of()))
                .containsExactly(new News.Told(incident("Reports fail", true, NOW)));
    }

    @Test
    void whatIsKnownIsNotToldAgain() {
        PlatformIncident known = incident("Reports fail", true, NOW.minusSeconds(1800));

        assertThat(news(entry("Reports fail"), List.of(known))).isEmpty();
    }

    @Test
    void whatChangesIsToldAnew() {
        PlatformIncident known = incident("Reports fail", true, NOW.minusSeconds(1800));

        assertThat(news(entry("Reports and rules fail"), List.of(known)))
                .containsExactly(new News.Told(incident("Reports and rules fail", true, NOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Resolved] Reports fail",
                "Resolved: reports fail",
                "Reports fail - status: Resolved",
                "The issue with reports has been fixed."
            })
    void whatTheFeedCallsOverIsOver(String title) {
        PlatformIncident known = incident("Reports fail", true, NOW.minusSeconds(1800));

        assertThat(news(entry(title), List.of(known))).containsExactly(new News.Told(incident(title, false, NOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Reports fail, not yet resolved", "A fix is being completed", "Being resolved: reports fail"})
    void whatIsBeingMendedIsOpen(String title) {
        assertThat(news(entry(title), List.of())).containsExactly(new News.Told(incident(title, true, NOW)));
    }

    @Test
    void whatTheFeedSpeaksOfNoMoreIsOverAndThenForgotten() {
        PlatformIncident open = incident("Reports fail", true, NOW.minusSeconds(1800));
        PlatformIncident over = incident("Reports fail", false, NOW);

        assertThat(Reported.news(FEED, List.of(), List.of(open), NOW)).containsExactly(new News.Told(over));
        assertThat(Reported.news(FEED, List.of(), List.of(over), NOW)).containsExactly(new News.Forgotten(over));
    }

    @Test
    void whatIsNeverCalledOverIsOverAfterThreeDays() {
        Instant later = BEGAN.plus(Duration.ofDays(3));

        assertThat(Reported.news(FEED, List.of(entry("Reports fail")), List.of(), later))
                .containsExactly(new News.Told(incident("Reports fail", false, later)));
    }

    @Test
    void anEntryWithoutTimeBeganWhenItWasFirstSeen() {
        FeedEntry timeless = new FeedEntry("i-1", "Reports fail", "", Optional.empty(), Optional.empty());
        List<News> first = Reported.news(FEED, List.of(timeless), List.of(), NOW);
        PlatformIncident told = ((News.Told) first.getFirst()).incident();

        assertThat(told.publishedAt()).isEqualTo(NOW);
        assertThat(Reported.news(FEED, List.of(timeless), List.of(told), NOW.plusSeconds(1800)))
                .isEmpty();
    }

    private static List<News> news(FeedEntry entry, List<PlatformIncident> known) {
        return Reported.news(FEED, List.of(entry), known, NOW);
    }

    private static FeedEntry entry(String title) {
        return new FeedEntry("i-1", title, "", Optional.of("https://status.example/1"), Optional.of(BEGAN));
    }

    private static PlatformIncident incident(String title, boolean open, Instant at) {
        return new PlatformIncident(Platform.TIKTOK, "i-1", title, "https://status.example/1", BEGAN, open, at);
    }
}
