package io.adskull.simulator.inbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            *bold* and _soft_ and ~gone~ | <strong>bold</strong> and <em>soft</em> and <s>gone</s>
            2 * 3 * 4 and snake_case_name | 2 * 3 * 4 and snake_case_name
            `*raw* &lt;b&gt;`            | <code>*raw* &lt;b&gt;</code>
            a &lt;b&gt; &amp; c          | a &lt;b&gt; &amp; c
            <!here> look                 | <span class="mention">@here</span> look
            <script>                     | &lt;script&gt;
            :warning: :unknown_one:      | ⚠️ :unknown_one:
            """)
    void markupBecomesSafeHtml(String mrkdwn, String html) {
        assertThat(Mrkdwn.html(mrkdwn)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', textBlock = """
            <https://a.example|label> ! <a href="https://a.example" target="_blank" rel="noopener noreferrer">label</a>
            <https://a.example>       ! <a href="https://a.example" target="_blank" rel="noopener noreferrer">https://a.example</a>
            <javascript:alert(1)|go>  ! &lt;javascript:alert(1)|go&gt;
            """)
    void onlyWebAndMailAddressesBecomeLinks(String mrkdwn, String html) {
        assertThat(Mrkdwn.html(mrkdwn)).isEqualTo(html);
    }
}
