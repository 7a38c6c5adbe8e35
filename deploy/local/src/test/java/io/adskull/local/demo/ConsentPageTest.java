package io.adskull.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentPageTest {

    private static final URI ADDRESS = URI.create("http://localhost:8090/portal/auth?state=abc");

    @Test
    void theFormIsSentWhereItSaysWithWhatItHolds() {
        ConsentPage page = ConsentPage.read(ADDRESS, """
                <form method="post" action="/portal/auth/decision">
                  <input type="hidden" name="state" value="a&amp;b">
                  <input type="radio" name="login" value="contoso">
                  <button name="decision" value="authorize">Agree</button>
                </form>
                """);

        assertThat(page.action()).isEqualTo(URI.create("http://localhost:8090/portal/auth/decision"));
        assertThat(page.hidden()).isEqualTo(Map.of("state", "a&b"));
        assertThat(page.agreedBy("lumen")).isEqualTo("state=a%26b&login=lumen&decision=authorize");
    }

    @Test
    void aFormWithoutActionGoesBackToItsPage() {
        assertThat(ConsentPage.read(ADDRESS, "<form method=\"post\"></form>").action())
                .isEqualTo(ADDRESS);
    }
}
