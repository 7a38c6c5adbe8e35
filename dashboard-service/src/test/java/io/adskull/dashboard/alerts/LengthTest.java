package io.adskull.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTest {
    @ParameterizedTest
    @CsvSource({"PT15M,15 minutes", "PT1H,1 hour", "PT90M,90 minutes", "PT24H,1 day", "P7D,7 days", "soon,soon"})
    void aLengthIsSaidInWords(String iso, String words) {
        assertThat(new Length(iso).words()).isEqualTo(words);
    }

    @Test
    void whatWasChosenElsewhereIsOfferedToo() {
        assertThat(Length.choices(List.of("PT1H", "PT2H"), "PT45M"))
                .containsExactly(
                        new Choice("PT1H", "1 hour", false),
                        new Choice("PT2H", "2 hours", false),
                        new Choice("PT45M", "45 minutes", true));
    }
}
