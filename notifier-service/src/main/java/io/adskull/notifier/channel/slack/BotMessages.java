package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.channel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What only a bot can say: what its first message becomes, and the short replies below it. Pure.
final class BotMessages {
    private static final int EXPLANATION = 1500;
    private static final int REASON = 500;

    private BotMessages() {}

    /// What the first message becomes with this news.
    ///
    /// @param now what it would say today
    /// @return empty where it stays as it is
    static Optional<SlackMessage> changed(
            Alert news, Alert now, Function<Alert, AlertLinks> links, SlackButtons buttons) {
        return switch (news) {
            case Alert.Resolved over -> Optional.of(SlackMessages.resolved(over, links.apply(over), whatItWas(over)));
            case Alert.Opened opened ->
                opened.place().transition() == Alert.Transition.JOINED
                        ? Optional.of(SlackMessages.of(now, links.apply(now), buttons))
                        : Optional.empty();
        };
    }

    static SlackMessage reply(Alert alert) {
        return switch (alert) {
            case Alert.Opened joined -> joined(joined);
            case Alert.Resolved over -> over(over);
        };
    }

    private static SlackMessage joined(Alert.Opened alert) {
        Affected joining = alert.others().with(alert.incident());
        int accounts = joining.count();
        String text = "*" + accounts + " more account" + (accounts == 1 ? " has" : "s have")
                + " the same problem; the steps are the same.*" + SlackMessages.lines(joining);
        return SlackMessages.message(alert, List.of(SlackMessages.section(text)), joining.names());
    }

    private static SlackMessage over(Alert.Resolved alert) {
        StringBuilder text = new StringBuilder("✅ *Over.* It lasted *")
                .append(Wording.length(alert.lasted()))
                .append("*, until ")
                .append(Wording.time(alert.occurredAt()))
                .append(".");
        if (!alert.reason().isBlank()) {
            text.append("\n*How we know:* ").append(Mrkdwn.line(alert.reason(), REASON));
        }
        alert.stillOpen().ifPresent(other -> text.append("\n*Still open for this account:* ")
                .append(Mrkdwn.line(other, 200)));
        return SlackMessages.message(
                alert,
                List.of(SlackMessages.section(text.toString())),
                "It lasted " + Wording.length(alert.lasted()) + ". " + Untrusted.line(alert.reason(), REASON));
    }

    /// So that whoever reads the message next week still knows what happened.
    private static List<LayoutBlock> whatItWas(Alert.Resolved alert) {
        Incident incident = alert.incident();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!incident.explanation().isBlank()) {
            blocks.add(
                    SlackMessages.section("*What it was*\n" + Mrkdwn.paragraph(incident.explanation(), EXPLANATION)));
        }
        String quotes = SlackMessages.toQuote(incident);
        if (!quotes.isEmpty()) {
            blocks.add(SlackMessages.context(quotes));
        }
        return blocks;
    }
}
