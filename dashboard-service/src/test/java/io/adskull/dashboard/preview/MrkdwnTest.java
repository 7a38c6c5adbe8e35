package io.adskull.dashboard.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.dashboard.preview.Mrkdwn.Line;
import io.adskull.dashboard.preview.Mrkdwn.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class MrkdwnTest {

    @Test
    void marksBecomeStylesAndLinks() {
        assertThat(spans("It lasted *2 hours*, see <https://a.example/x|the page> or `code 7`, _please_"))
                .containsExactly(
                        new Span("plain", "It lasted ", ""),
                        new Span("bold", "2 hours", ""),
                        new Span("plain", ", see ", ""),
                        new Span("link", "the page", "https://a.example/x"),
                        new Span("plain", " or ", ""),
                        new Span("code", "code 7", ""),
                        new Span("plain", ", ", ""),
                        new Span("italic", "please", ""));
    }

    @Test
    void whatSlackEscapesIsTextAndNoMarkup() {
        assertThat(spans("&lt;!channel&gt; &amp;lt; <b>"))
                .containsExactly(new Span("plain", "<!channel> &lt; <b>", ""));
    }

    @Test
    void onlyAWebAddressIsALink() {
        assertThat(spans("<javascript:alert(1)|click>"))
                .containsExactly(new Span("plain", "<javascript:alert(1)|click>", ""));
    }

    @Test
    void aMarkWithinAWordIsNone() {
        assertThat(spans("ads_management and 3*4*5"))
                .containsExactly(new Span("plain", "ads_management and 3*4*5", ""));
    }

    @Test
    void quotedLinesAreKnown() {
        assertThat(Mrkdwn.of("> Hello\nyou").lines()).extracting(Line::quoted).containsExactly(true, false);
    }

    private static List<Span> spans(String text) {
        return Mrkdwn.of(text).lines().getFirst().spans();
    }
}
