package io.adskull.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationFormTest {
    private static final String SECRET = "https://hooks.northwind.example/s3cret";

    @Test
    void anAddressCannotPrint() {
        DestinationForm typed = new DestinationForm("webhook", "Ours", SECRET, "", true);

        assertThat(typed.toString()).doesNotContain("s3cret");
        assertThat(typed.asked().toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "webhook", "", "email", "pigeon"})
    void onlyAnEmailAddressIsShownAgain(String kind) {
        assertThat(new DestinationForm(kind, "Ours", SECRET, "", true).echoed().address())
                .isEmpty();
        assertThat(new DestinationForm("email", "Ours", "a@b.example", "", true)
                        .echoed()
                        .address())
                .isEqualTo("a@b.example");
    }
}
