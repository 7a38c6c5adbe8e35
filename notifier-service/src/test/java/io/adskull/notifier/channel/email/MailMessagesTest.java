package io.adskull.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.notifier.Incidents;
import io.adskull.notifier.Snapshot;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.Destination.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailMessagesTest {
    private static final Mailbox BUYERS = new Mailbox("advertisers/email", "media-buyers@northwind.example");

    @Test
    void fiveThousandAccountsAreStillAMailThatGmailDoesNotClip() {
        MailMessage mail = mail(Incidents.together(Incidents.others(4999)));

        assertThat(mail.html().length()).isLessThan(102_000);
        assertThat(mail.text()).contains("4999 more accounts", "and 4949 more");
    }

    @Test
    void hostileTextStaysText() {
        MailMessage mail = opened(Incidents.suspended()
                .withAccountName("<script>alert(1)</script>")
                .withTitle("{mail.link} <b>bold</b>")
                .withMessage("\"><img src=x onerror=alert(1)>")
                .withDocs("javascript:alert(1)")
                .withForwardable("a\r\n\r\nb & c"));

        assertThat(mail.html())
                .doesNotContain("<script>", "<b>", "<img", "javascript:")
                .contains("&lt;script&gt;", "{mail.link}", "b &amp; c");
        assertThat(mail.text()).contains("{mail.link} <b>bold</b>", "b & c").doesNotContain("javascript:");
    }

    @Test
    void whoIsAskedToConfirmSeesWhoAsksAndWhatFollows() throws Exception {
        MailMessage mail = MailMessages.of(
                new ConfirmationMail(
                        new UUID(0, 1),
                        "finance@northwind.example",
                        "northwind",
                        "https://alerts.adskull.example/confirm?of=AbCd",
                        Instant.parse("2026-12-07T17:30:00Z")),
                "alerts@adskull.example");

        assertThat(mail.subject()).isEqualTo("May AdSkull write to finance@northwind.example?");
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
        Snapshot.assertSame("confirm.mail.html", mail.html().stripTrailing());
        Snapshot.assertSame("confirm.mail.txt", mail.text().stripTrailing());
    }

    @Test
    void theNameOfWhoAsksIsTextAndShort() {
        MailMessage mail = MailMessages.of(
                new ConfirmationMail(
                        new UUID(0, 1),
                        "a&b@northwind.example",
                        "<b>buy</b> " + "now ".repeat(100),
                        "https://alerts.adskull.example/confirm?of=AbCd",
                        Instant.EPOCH),
                "alerts@adskull.example");

        assertThat(mail.html()).doesNotContain("<b>buy").contains("&lt;b&gt;buy", "a&amp;b@northwind.example");
        assertThat(mail.text().length()).isLessThan(800);
    }

    @Test
    void aMonstrousIncidentIsStillAMailThatGmailDoesNotClip() {
        String huge = "word ".repeat(5000);
        MailMessage mail = opened(Incidents.suspended()
                .withTitle(huge)
                .withExplanation(huge)
                .withForwardable(huge)
                .withSteps(Collections.nCopies(2000, "step"))
                .withEvidence(Collections.nCopies(2000, "evidence")));

        assertThat(mail.html().length()).isLessThan(102_000);
        assertThat(mail.subject().length()).isLessThan(400);
    }

    @Test
    void resolvedAnswersOpenedAndACopyHasTheSameId() {
        Incidents story = Incidents.automatedRulesPermissionMissing();
        MailMessage opened = opened(story);
        MailMessage resolved = resolved(story);

        assertThat(opened(story).headers()).isEqualTo(opened.headers());
        String id = opened.headers().get("Message-ID");
        assertThat(id).isEqualTo("<" + story.incident().id() + ".opened.advertisers-email@alerts.adskull.example>");
        assertThat(resolved.headers())
                .containsEntry("In-Reply-To", id)
                .containsEntry("References", id)
                .doesNotContainEntry("Message-ID", id);
    }

    @Test
    void twoMailboxesHaveIdsOfTheirOwn() {
        Alert alert = new Alert.Opened(Incidents.suspended().incident());
        var operators = new Mailbox("operators/email", BUYERS.address());

        assertThat(mail(alert).headers().get("Message-ID"))
                .isNotEqualTo(MailMessages.of(alert, operators, "alerts@adskull.example", links(alert))
                        .headers()
                        .get("Message-ID"));
    }

    private static MailMessage opened(Incidents story) {
        return mail(new Alert.Opened(story.incident()));
    }

    private static MailMessage resolved(Incidents story) {
        return mail(new Alert.Resolved(
                story.incident(),
                Incidents.OPENED_AT.plus(Duration.ofMinutes(134)),
                "The list of automated rules was read without an error.",
                Optional.empty()));
    }

    private static MailMessage mail(Alert alert) {
        return MailMessages.of(alert, BUYERS, "alerts@adskull.example", links(alert));
    }

    /// As [io.adskull.notifier.channel.MakeLinks] makes them.
    private static AlertLinks links(Alert alert) {
        return new AlertLinks(
                "http://localhost:8080/incidents/1",
                Optional.of("http://localhost:8081/reconnect?ticket=signed")
                        .filter(url -> alert instanceof Alert.Opened
                                && alert.incident().mendedByReconnecting()));
    }
}
