package io.adskull.poller.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RssReaderTest {
    @Test
    void anEntryIsReadWithAllThatItTells() throws UnreadableFeed {
        List<FeedEntry> entries = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:media="urn:m"><channel>
                  <title>Status</title><link>https://status.example/</link>
                  <item>
                    <title><![CDATA[Reports <b>fail</b>]]> &amp; more</title>
                    <media:title>another</media:title>
                    <description>We are
                      looking <i>into</i> it.</description>
                    <link>https://status.example/1</link>
                    <guid isPermaLink="false">i-1</guid>
                    <pubDate>Sun, 22 Nov 2026 06:40:00 +0000</pubDate>
                  </item>
                </channel></rss>
                """);

        assertThat(entries).hasSize(1);
        FeedEntry entry = entries.getFirst();
        assertThat(entry.guid()).isEqualTo("i-1");
        assertThat(entry.title()).isEqualTo("Reports <b>fail</b> & more");
        assertThat(entry.description()).isEqualTo("We are looking into it.");
        assertThat(entry.link()).contains("https://status.example/1");
        assertThat(entry.publishedAt()).contains(Instant.parse("2026-11-22T06:40:00Z"));
    }

    @Test
    void anEmptyFeedHasNoEntries() throws UnreadableFeed {
        assertThat(read("<rss version=\"2.0\"><channel><title>Status</title></channel></rss>"))
                .isEmpty();
    }

    @Test
    void anEntryWithoutGuidIsKnownByItsLinkOrTitle() throws UnreadableFeed {
        List<FeedEntry> entries = read(feed("<item><title>a</title><link>https://s.example/1</link></item>"
                + "<item><title>b</title><link>javascript:alert(1)</link><pubDate>soon</pubDate></item>"
                + "<item><description>nobody knows what</description></item>"));

        assertThat(entries).extracting(FeedEntry::guid).containsExactly("https://s.example/1", "b");
        assertThat(entries.getLast().link()).isEmpty();
        assertThat(entries.getLast().publishedAt()).isEmpty();
    }

    @Test
    void noTextIsLongerThanAnEventMayHoldNorHoldsWhatCannotBeSeen() throws UnreadableFeed {
        String huge = "x".repeat(10_000);
        FeedEntry entry = read(feed("<item><title>T\u202e\u200b\nitle " + huge + "</title><guid>" + huge
                        + "</guid><description>" + huge + "</description><link>https://s.example/" + huge
                        + "</link></item>"))
                .getFirst();

        assertThat(entry.title()).startsWith("T itle x").hasSize(300);
        assertThat(entry.guid()).hasSize(36);
        assertThat(entry.description()).hasSize(4000);
        assertThat(entry.link()).isEmpty();
    }

    @Test
    void onlySoManyEntriesAreTaken() throws UnreadableFeed {
        assertThat(read(feed("<item><title>t</title></item>".repeat(1000)))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Service unavailable",
                "<html><body><p>Please log in</p></body></html>",
                "<rss version=\"2.0\"><channel><item><title>cut off",
                "<rss version=\"2.0\"/>",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss><channel/></rss>",
                "<rss><channel><item><title>&nbsp;</title></item></channel></rss>",
            })
    void whatIsNoWholeFeedOrBringsEntitiesIsNoFeed(String body) {
        assertThatExceptionOfType(UnreadableFeed.class).isThrownBy(() -> read(body));
    }

    @Test
    void elementsWithinElementsWithoutEndAreNoFeed() {
        assertThatExceptionOfType(UnreadableFeed.class)
                .isThrownBy(() -> read("<rss><channel>" + "<a>".repeat(100_000)))
                .withMessage("more than 32 elements deep");
    }

    private static String feed(String items) {
        return "<rss version=\"2.0\"><channel>" + items + "</channel></rss>";
    }

    private static List<FeedEntry> read(String body) throws UnreadableFeed {
        return RssReader.read(body.strip().getBytes(StandardCharsets.UTF_8));
    }
}
