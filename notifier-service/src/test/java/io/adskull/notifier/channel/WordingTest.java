package io.adskull.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void timesNameTheDayAndTheZone() {
        assertThat(Wording.time(Instant.parse("2026-11-22T07:03:59Z"))).isEqualTo("Sun 22 Nov 2026, 07:03 UTC");
    }

    @Test
    void lengthsAreTheTwoLargestUnits() {
        assertThat(Wording.length(Duration.ofMillis(20))).isEqualTo("less than a second");
        assertThat(Wording.length(Duration.ofSeconds(1))).isEqualTo("1 second");
        assertThat(Wording.length(Duration.ofSeconds(134))).isEqualTo("2 minutes 14 seconds");
        assertThat(Wording.length(Duration.ofMinutes(134))).isEqualTo("2 hours 14 minutes");
        assertThat(Wording.length(Duration.ofHours(49))).isEqualTo("2 days 1 hour");
        assertThat(Wording.length(Duration.ofDays(3))).isEqualTo("3 days");
    }

    @Test
    void anUnsureDiagnosisSaysWhatWouldDecideItHoweverMuchElseThereIs() {
        Incident unsure = Incidents.automatedRulesPermissionMissing()
                .withEvidence(List.of("One.", "Two.", "Three."))
                .withCheck("Whether other calls work.")
                .withMistakenFor("A lost connection.")
                .incident();

        assertThat(Wording.reasons(unsure, 2))
                .containsExactly(
                        "One.",
                        "Two.",
                        "What would decide: Whether other calls work.",
                        "Often mistaken for: A lost connection.");
    }

    @Test
    void nothingIsSaidToHaveStoppedThatGoesOn() {
        assertThat(Wording.stoppedLabel(Incidents.suspended().incident())).isEqualTo("What stopped working");
        assertThat(Wording.stoppedLabel(Incidents.rateLimited().incident())).isEqualTo("What it is about");
        assertThat(Wording.stoppedLabel(
                        Incidents.suspended().withCause(Cause.CONFLICT).incident()))
                .isEqualTo("What it is about");
    }

    @Test
    void theOwnersOfANameAreWrittenAsPeopleWriteThem() {
        assertThat(Wording.pageOf(Incidents.suspended().incident())).isEqualTo("TikTok's page about it");
        assertThat(Wording.pageOf(
                        Incidents.suspended().withPlatform(Platform.GOOGLE).incident()))
                .isEqualTo("Google Ads' page about it");
    }

    @Test
    void theSubjectSaysWhetherSomebodyMustAct() {
        assertThat(subject(Incidents.automatedRulesPermissionMissing()))
                .isEqualTo("[Action needed] Northwind Kids: No permission for Automated Rules");
        assertThat(subject(Incidents.rateLimited()))
                .isEqualTo("[Still being fixed] Northwind Home: TikTok is slowing AdSkull down");
        assertThat(subject(Incidents.suspended().withActor(Actor.PLATFORM))).startsWith("[Platform problem]");
    }

    @Test
    void anAccountIsNotNamedTwice() {
        assertThat(subject(Incidents.revokedToken())).isEqualTo("[Action needed] Contoso Travel has to be reconnected");
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(subject(Incidents.revokedToken().withAccountName("A\r\nBcc: all@example.com")))
                .doesNotContain("\r", "\n");
    }

    @Test
    void anIncidentNeverLastedLessThanNothing() {
        var resolved = new Alert.Resolved(
                Incidents.suspended().incident(), Incidents.OPENED_AT.minusSeconds(5), "", Optional.empty());

        assertThat(resolved.lasted()).isZero();
    }

    @Test
    void aWebhooksAddressIsNeverPrinted() {
        var webhook =
                new SlackWebhook("advertisers/slack", "#ads-alerts", URI.create("https://hooks.example/T0/secret"));

        assertThat(webhook).hasToString("Slack #ads-alerts");
    }

    private static String subject(Incidents story) {
        return Wording.subject(new Alert.Opened(story.incident()));
    }
}
