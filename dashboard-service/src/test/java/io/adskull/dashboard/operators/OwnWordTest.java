package io.adskull.dashboard.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.Fabricated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://status.example.com/1",
                "data:text/html,x",
                "//status.example.com",
                "https:status",
                "https://",
                "https://trusted.example.com@evil.example",
                "https://status.example.com/ 1",
                " https://status.example.com",
                ""
            })
    void whatIsNoHttpsAddressBecomesNoLink(String link) {
        assertThat(word(link).link()).isNull();
    }

    @Test
    void anHttpsAddressStaysAsItIs() {
        assertThat(word("https://status.example.com/incidents/1?a=b#c").link())
                .isEqualTo("https://status.example.com/incidents/1?a=b#c");
    }

    private static OwnWord word(String link) {
        return new OwnWord(Platform.META, "Ads Manager is slow", link, Fabricated.NOON);
    }
}
