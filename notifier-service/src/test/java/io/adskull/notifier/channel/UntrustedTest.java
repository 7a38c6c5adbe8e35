package io.adskull.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntrustedTest {

    @Test
    void invisibleAndDirectionChangingCharactersGo() {
        assertThat(Untrusted.line("a\u0000b\u202Ec\u200Bd\nE\tf  g", 50)).isEqualTo("abcd E f g");
    }

    @Test
    void aFamilyOfEmojiStaysTogether() {
        assertThat(Untrusted.line("👨\u200D👩\u200D👧 Shop", 50)).isEqualTo("👨\u200D👩\u200D👧 Shop");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(Untrusted.line("ab🐱cd", 4)).isEqualTo("ab…");
        assertThat(Untrusted.line("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void onlyPlainHttpsLinksAreOffered() {
        assertThat(Untrusted.link("https://business-api.tiktok.com/portal/docs?id=1"))
                .hasValue("https://business-api.tiktok.com/portal/docs?id=1");
        assertThat(Untrusted.link("javascript:alert(1)")).isEmpty();
        assertThat(Untrusted.link("http://tiktok.com/")).isEmpty();
        assertThat(Untrusted.link("https://tiktok.com@evil.example/")).isEmpty();
        assertThat(Untrusted.link("https://a b")).isEmpty();
        assertThat(Untrusted.link("")).isEmpty();
    }
}
