package io.adskull.notifier.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Cause;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.Snapshot;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.channel.email.MailMessage;
import io.adskull.notifier.channel.email.MailMessages;
import io.adskull.notifier.channel.slack.SlackMessages;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

    @ParameterizedTest
    @EnumSource(Cause.class)
    void whatIsToldOfACauseReadsAsAPersonApprovedIt(Cause cause) throws IOException {
        assertSame(cause, Samples.opened(cause));
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN_INVALID", "RESOURCE_PERMISSION_MISSING", "BILLING_REQUIRED", "PLATFORM_MAINTENANCE"})
    void theEndReadsAsAPersonApprovedIt(Cause cause) throws IOException {
        assertSame(cause, Samples.resolved(cause));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyMessageNamesWhoActs(Cause cause) {
        Alert.Opened alert = Samples.opened(cause);
        String who = Wording.whoMustAct(alert.incident());
        MailMessage mail = mail(alert);

        assertThat(SlackMessages.of(alert, Samples.links(alert)).json()).contains(who);
        assertThat(mail.text()).contains("Who has to act: " + who);
        assertThat(mail.html()).contains(who.replace("'", "&#39;"));
    }

    @Test
    void oneReasonOfManyAccountsReadsAsAPersonApprovedIt() throws IOException {
        Alert.Opened one = Samples.opened(Cause.RESOURCE_PERMISSION_MISSING);

        assertSame("many-opened", new Alert.Opened(one.incident(), Affected.of(Incidents.others(3)), one.place()));
    }

    @Test
    void whatNobodyReactsToReadsAsAPersonApprovedIt() throws IOException {
        Alert.Opened one = Samples.opened(Cause.BILLING_REQUIRED);
        var place = new Alert.Place(one.place().lead(), Alert.Transition.ESCALATED, 0);

        assertSame(
                "billing-required-escalated",
                new Alert.Opened(
                        one.incident(),
                        one.others(),
                        place,
                        Optional.of("Nobody has reacted. AdSkull told #ads-alerts 30 minutes ago"
                                + " (Mon 23 Nov 2026, 06:42 UTC), and it still goes on.")));
    }

    private static void assertSame(Cause cause, Alert alert) throws IOException {
        assertSame(
                cause.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                        + alert.place().transition().name().toLowerCase(Locale.ROOT),
                alert);
    }

    private static void assertSame(String name, Alert alert) throws IOException {
        MailMessage mail = mail(alert);
        Snapshot.assertSame(
                name + ".slack.json",
                SlackMessages.of(alert, Samples.links(alert)).json());
        Snapshot.assertSame(name + ".mail.html", mail.html().stripTrailing());
        Snapshot.assertSame(name + ".mail.txt", ("Subject: " + mail.subject() + "\n\n" + mail.text()).stripTrailing());
    }

    private static MailMessage mail(Alert alert) {
        var buyers = new Mailbox("advertisers/email", "media-buyers@northwind.example");
        return MailMessages.of(alert, buyers, "alerts@adskull.example", Samples.links(alert));
    }
}
