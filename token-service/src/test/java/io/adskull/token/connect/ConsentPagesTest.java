package io.adskull.token.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people rely on in the pages' words.
class ConsentPagesTest {
    private static final Purpose META = Purpose.first("demo", Platform.META, "advertiser");

    private final ConsentPages pages = new ConsentPages(new ConnectSettings() {
        @Override
        public URI publicUrl() {
            return URI.create("https://tokens.example.org");
        }

        @Override
        public URI dashboardUrl() {
            return URI.create("https://dashboard.example.org");
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(10);
        }
    });

    @Test
    void everyPageThatEndsWithoutAConnectionSaysThatNothingChanged() {
        assertThat(Stream.of(
                        pages.cancelled(META),
                        pages.refused(META, "190 Error validating access token"),
                        pages.nothingGranted(META, "Northwind"),
                        pages.otherLogin(META, "Northwind", "Contoso"),
                        pages.gone(Platform.META),
                        pages.forged(),
                        pages.expired(),
                        pages.notNow(Platform.META),
                        pages.bringsLess(META, "Northwind", new Shortfall(List.of("Kids"), List.of()))))
                .allSatisfy(page -> assertThat(page.explanation())
                        .containsPattern("[Nn]othing (was|is)|unchanged|is changed until"));
    }

    @ParameterizedTest
    @EnumSource(StateCheck.class)
    void anAnswerThatDoesNotCountSaysWhyAndHowToStartAgain(StateCheck check) {
        ConsentPage page = pages.rejected(Optional.of(Platform.META), check);

        assertThat(page.title()).isEqualTo("This link is no longer good");
        assertThat(page.explanation()).endsWith("Nothing was connected or changed by it.");
        assertThat(page.steps()).first().asString().contains("Start again from the dashboard");
    }

    @Test
    void anotherLoginNamesWhoWasExpectedAndWhoCame() {
        ConsentPage page = pages.otherLogin(META, "Northwind", "Contoso");

        assertThat(page.title()).isEqualTo("This is another login");
        assertThat(page.explanation())
                .contains("renews the connection of “Northwind”", "the Meta login you used is “Contoso”")
                .contains("We did not keep its access", "the connection of “Northwind” is unchanged");
        assertThat(page.steps()).anyMatch(step -> step.contains("sign in as “Northwind”"));
    }

    @Test
    void aLesserConsentListsAllThatIsMissingAndWhatThatMeans() {
        ConsentPage page =
                pages.bringsLess(META, "Northwind", new Shortfall(List.of("Kids", "Home"), List.of("ads_read")));

        assertThat(page.title()).isEqualTo("You shared less than before");
        assertThat(page.listings())
                .containsExactly(
                        new ConsentPage.Listing("Ad accounts left out", List.of("Kids", "Home")),
                        new ConsentPage.Listing("Permissions left out", List.of("ads_read")));
        assertThat(page.steps())
                .anyMatch(step -> step.contains("we stop watching it"))
                .anyMatch(step -> step.contains("“Ask again” takes you back to Meta"))
                .anyMatch(step -> step.contains("If you close this page, nothing changes"));
        assertThat(pages.bringsLess(META, "Northwind", new Shortfall(List.of(), List.of("ads_read")))
                        .listings())
                .hasSize(1);
    }

    @Test
    void whoIsAboutToDisconnectReadsWhatEndsBeforeAndWhatBecameOfItAfter() {
        ConsentPage before = pages.disconnect(Platform.META, "Northwind", List.of("Kids", "Home"));

        assertThat(before.title()).isEqualTo("Disconnect “Northwind”?");
        assertThat(before.listings())
                .containsExactly(
                        new ConsentPage.Listing("Ad accounts that are no longer watched", List.of("Kids", "Home")));
        assertThat(before.explanation()).contains("delete our access to Meta");
        assertThat(before.steps()).anyMatch(step -> step.contains("their ads run on"));
        assertThat(pages.disconnected(Platform.META, "Northwind").explanation()).contains("no longer watched");
    }

    @Test
    void aUsedLinkSaysWhenItWasUsedAndWhereANewOneIs() {
        ConsentPage page = pages.alreadyRenewed("Northwind", Instant.parse("2026-11-27T20:15:59Z"));

        assertThat(page.title()).isEqualTo("Already reconnected");
        assertThat(page.explanation()).contains("“Northwind” was already reconnected on 27 November 2026, 20:15 UTC");
        assertThat(pages.expired().steps()).anyMatch(step -> step.contains("ask there for a new link"));
    }
}
