package io.adskull.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ConsentPageTest {

    private static final URI ADDRESS = URI.create("http://localhost:8090/portal/auth?state=abc");

    @Test
    void theFormIsSentWhereItSays() {
        ConsentPage page = ConsentPage.read(ADDRESS, """
                <form method="post" action="/portal/auth?app_id=1&amp;state=abc">
                """);

        assertThat(page.action()).isEqualTo(URI.create("http://localhost:8090/portal/auth?app_id=1&state=abc"));
    }

    @Test
    void aFormWithoutActionGoesBackToItsPage() {
        assertThat(ConsentPage.read(ADDRESS, "<form method=\"post\"></form>").action())
                .isEqualTo(ADDRESS);
    }
}
