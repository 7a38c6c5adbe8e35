package io.adskull.notifier.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
    @Test
    void oneLabelIsTheSameHoweverItWasTyped() {
        assertThat(Label.parse("  Brand-A ")).isEqualTo(Label.parse("brand-a"));
        assertThat(Label.parse("España 2_x").text()).isEqualTo("españa 2_x");
        assertThat(Label.parse("Espan\u0303a")).isEqualTo(Label.parse("españa"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "a,b",
                "a/b",
                "<b>",
                "a\tb",
                "a\nb",
                "12345678901234567890123456789012345678901234567890x"
            })
    void whatIsNoneIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> Label.parse(text))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("1 to 50 letters, digits, spaces, - and _");
    }
}
