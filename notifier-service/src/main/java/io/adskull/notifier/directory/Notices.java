package io.adskull.notifier.directory;

import io.adskull.contract.alert.WebhookNotice;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What is said about destinations themselves.
@ApplicationScoped
class Notices {
    static final String UNSUBSCRIBED = "its reader unsubscribed";

    private final String page;
    private final Clock clock;

    Notices(@ConfigProperty(name = "adskull.dashboard-url") URI dashboard, Clock clock) {
        this.page = dashboard.toString().replaceAll("/+$", "") + "/alerts";
        this.clock = clock;
    }

    Notice test(Destination to) {
        return new Notice(
                UUID.randomUUID(),
                WebhookNotice.Kind.DESTINATION_TEST,
                "AdSkull reaches " + to.recipient(),
                "Somebody pressed \"Send test\" in AdSkull. When an ad account breaks, the message comes here. Nothing is"
                        + " broken now, and nothing is to be done.",
                List.of(),
                page,
                clock.instant());
    }

    /// @param broken what people call the destination that is off, and where it is
    /// @param said the receiver's words
    Notice off(DestinationRow broken, String said, Instant at) {
        String where = "\"" + broken.name() + "\" (" + broken.recipient() + ")";
        return new Notice(
                UUID.nameUUIDFromBytes((broken.id() + "/off/" + at).getBytes(StandardCharsets.UTF_8)),
                WebhookNotice.Kind.DESTINATION_OFF,
                "Alerts no longer reach " + where,
                sentence(said) + " AdSkull sends nothing there any more. What waited to be"
                        + " sent there comes here instead, and so does what breaks from now on.",
                steps(broken),
                page,
                at);
    }

    /// Of a destination that is configured; it stays on, because nobody can switch it on again from the dashboard.
    Notice gone(GoneReceivers.Gone broken) {
        return new Notice(
                UUID.nameUUIDFromBytes(
                        (broken.destination() + "/gone/" + broken.since()).getBytes(StandardCharsets.UTF_8)),
                WebhookNotice.Kind.DESTINATION_OFF,
                "Alerts no longer reach " + broken.destination(),
                "The receiver refused for good: " + broken.why()
                        + ". Messages to it are given up until it takes one again."
                        + " Whoever reads only there hears nothing of broken ad accounts.",
                List.of(
                        "Give notifier-service the receiver's new address: its settings begin with adskull.alerts."
                                + broken.destination().replace('/', '.') + ".",
                        "Restart notifier-service.",
                        "Tell whoever reads there to look at the dashboard meanwhile."),
                page,
                broken.since());
    }

    private static String sentence(String said) {
        return said.equals(UNSUBSCRIBED) ? "Its reader unsubscribed." : "The receiver refused for good: " + said + ".";
    }

    private static List<String> steps(DestinationRow broken) {
        String first =
                switch (broken.kind()) {
                    case SLACK ->
                        "Make a new incoming webhook for " + broken.recipient()
                                + " in Slack, if the channel is still wanted.";
                    case SLACK_BOT ->
                        "Check in Slack that " + broken.recipient() + " still exists, and that the app is in it.";
                    case EMAIL -> "Check that " + broken.recipient() + " is spelt right and still exists.";
                    case WEBHOOK -> "Ask whoever runs " + broken.recipient() + " whether its address has changed.";
                };
        return List.of(
                first,
                "Open Alerts in AdSkull and give \"" + broken.name() + "\" its new address, or delete it.",
                "Press \"Send test\" there.");
    }
}
