package io.adskull.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationFormTest {
    private static final String SECRET = "https://hooks.northwind.example/s3cret";

    @Test
    void noSecretCanPrint() {
        DestinationForm typed = typed("slack-bot", SECRET, "xoxb-s3cret");

        assertThat(typed.toString()).doesNotContain("s3cret");
        assertThat(typed.asked().toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "slack-bot", "webhook", "", "email", "pigeon"})
    void onlyAnEmailAddressAndABotsChannelAreShownAgain(String kind) {
        assertThat(typed(kind, SECRET, "xoxb-s3cret").echoed())
                .extracting(DestinationForm::address, DestinationForm::token)
                .containsExactly("", "");
        assertThat(typed("email", "a@b.example", "").echoed().address()).isEqualTo("a@b.example");
        assertThat(typed("slack-bot", "C024BE91L", "").echoed().address()).isEqualTo("C024BE91L");
        assertThat(typed("slack-bot", "xoxb-s3cret", "").echoed().address()).isEmpty();
    }

    @Test
    void aTokenIsSentForABotOnly() {
        assertThat(typed("slack-bot", "C024BE91L", "xoxb-1").asked().secret()).isEqualTo("xoxb-1");
        assertThat(typed("webhook", SECRET, "xoxb-1").asked().secret()).isNull();
    }

    @Test
    void whatADestinationHasStandsInItsFormAndIsAskedForAgain() {
        Destination finance = Known.destination("Finance");
        Destination.Asked asked =
                DestinationForm.of(Known.withHabits("Buyers", finance.id())).asked();

        assertThat(asked.quietFrom()).isEqualTo("22:00");
        assertThat(asked.quietTo()).isEqualTo("07:00");
        assertThat(asked.zone()).isEqualTo("Europe/Berlin");
        assertThat(asked.criticalBreaksQuiet()).isTrue();
        assertThat(asked.digest()).isEqualTo("daily");
        assertThat(asked.escalateTo()).containsExactly(finance.id());
        assertThat(asked.escalateAfter()).isEqualTo("PT2H");
    }

    @Test
    void aDestinationsHabitsReadAsAPersonWouldSayThem() {
        Destination finance = Known.destination("Finance");
        Destination buyers = Known.withHabits("Buyers", finance.id());

        assertThat(DestinationLine.of(buyers, List.of(buyers, finance)).habits())
                .containsExactly(
                        "Quiet from 22:00 to 07:00 (Europe/Berlin), but for what is critical",
                        "Summary every morning",
                        "If nobody reacts for 2 hours, also Finance");
        assertThat(DestinationLine.of(finance, List.of(buyers, finance)).habits())
                .isEmpty();
    }

    private static DestinationForm typed(String kind, String address, String token) {
        return new DestinationForm(kind, "Ours", address, token, "", true, TimesForm.none(), EscalationForm.none());
    }
}
