package io.adskull.poller.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.adskull.contract.account.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFeedsTest {
    private static final String REST = "\nover: ['resolved']\nlongest: P1D\n";

    @Test
    void tikToksFeedIsOnTheHostOfItsApi() {
        assertThat(new StatusFeeds(key -> key.equals("tiktok.api-url") ? "http://localhost:8090/" : "").all())
                .extracting(feed -> feed.platform() + " " + feed.address())
                .containsExactly("TIKTOK http://localhost:8090/marketing_api/api/status_page/incident/rss/");
    }

    @Test
    void aSettingMayHaveADefault() throws IOException {
        assertThat(feed("feed: ${meta.status-url:https://status.example}/rss" + REST)
                        .address())
                .hasToString("https://status.example/rss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed: ${meta.nothing}/rss" + REST,
                "feed: https://status.example/rss\nover: ['(']\nlongest: P1D",
                "feed: https://status.example/rss\nover: []\nlongest: soon",
                "over: []\nlongest: P1D",
                "feed: https://status.example/rss\nover: []\nlongest: P1D\nmore: 1"
            })
    void aWrongDescriptionNamesItsFile(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> feed(text))
                .withMessageContaining("platforms/meta/status-page.yaml");
    }

    private static StatusFeed feed(String text) throws IOException {
        return StatusFeeds.feed(
                Platform.META,
                "platforms/meta/status-page.yaml",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                key -> "");
    }
}
