package io.adskull.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteLineTest {
    private static final Destination FINANCE = Known.destination("Finance");

    @Test
    void aRouteReadsAsAPersonWouldSayIt() {
        assertThat(what(List.of("tiktok"), List.of(), List.of("BILLING_REQUIRED"), List.of(), List.of()))
                .isEqualTo("TikTok, billing required");
        assertThat(what(List.of("tiktok", "meta"), List.of(), List.of(), List.of("BILLING_OWNER"), List.of()))
                .isEqualTo("TikTok or Meta, for the billing owner");
        assertThat(what(List.of(), List.of(), List.of(), List.of(), List.of("CRITICAL")))
                .isEqualTo("Critical");
    }

    @Test
    void aRouteThatAsksForNothingSendsEverything() {
        assertThat(what(List.of(), List.of(), List.of(), List.of(), List.of())).isEqualTo("Everything");
    }

    @Test
    void aLongListIsCountedAndAccountsHaveTheirNames() {
        List<String> accounts = List.of("tiktok/1", "tiktok/2", "tiktok/3", "tiktok/4", "tiktok/5");

        assertThat(what(List.of(), accounts, List.of(), List.of(), List.of()))
                .isEqualTo("Shop tiktok/1, Shop tiktok/2, Shop tiktok/3 or 2 more accounts");
    }

    @Test
    void aValueThatANewerNotifierKnowsIsShownAsItIs() {
        assertThat(what(List.of("threads"), List.of(), List.of("SUN_FLARE"), List.of(), List.of()))
                .isEqualTo("Threads, SUN_FLARE");
    }

    @Test
    void aRouteNamesItsLabelsAndTheDestinationsThatThereAre() {
        var route = new Route(
                UUID.randomUUID(),
                "Bills",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("brand-a", "spain"),
                List.of(FINANCE.id(), UUID.randomUUID()),
                List.of(FINANCE.id()),
                "PT30M");

        RouteLine line = RouteLine.of(route, List.of(FINANCE), key -> key);
        assertThat(line.to()).containsExactly("Finance");
        assertThat(line.what()).isEqualTo("Labelled brand-a or spain");
        assertThat(line.next()).hasValue("If nobody reacts for 30 minutes, also Finance");
    }

    private static String what(
            List<String> platforms,
            List<String> accounts,
            List<String> causes,
            List<String> actors,
            List<String> severities) {
        var route = new Route(
                UUID.randomUUID(),
                "Any",
                platforms,
                accounts,
                causes,
                actors,
                severities,
                null,
                List.of(FINANCE.id()),
                null,
                null);
        return RouteLine.of(route, List.of(FINANCE), key -> "Shop " + key).what();
    }
}
