package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person types about a destination.
///
/// @param address where it is reached; a secret, but for e-mail and a bot's channel
/// @param token of a Slack bot; a secret
/// @param recipient what people call the channel in Slack
public record DestinationForm(
        String kind,
        String name,
        String address,
        String token,
        String recipient,
        boolean hearsRest,
        TimesForm times,
        EscalationForm escalation) {
    private static final Pattern SLACK_CHANNEL = Pattern.compile("[CG][A-Z0-9]{1,20}");

    static DestinationForm empty() {
        return new DestinationForm("slack", "", "", "", "", true, TimesForm.none(), EscalationForm.none());
    }

    static DestinationForm of(Destination known) {
        return new DestinationForm(
                known.kind(),
                known.name(),
                "",
                "",
                isSlack(known.kind()) ? known.recipient() : "",
                known.hearsRest(),
                TimesForm.of(known),
                EscalationForm.of(known.escalateTo(), known.escalateAfter()));
    }

    static DestinationForm typed(Sent sent) {
        return new DestinationForm(
                sent.text("kind"),
                sent.text("name"),
                sent.text("address"),
                sent.text("token"),
                sent.text("recipient"),
                sent.ticked("hearsRest"),
                TimesForm.typed(sent),
                EscalationForm.typed(sent));
    }

    /// To be shown again beside what is wrong with it: without what is a secret, also one that was pasted as
    /// another kind's.
    DestinationForm echoed() {
        boolean harmless =
                switch (kind) {
                    case "email" -> !address.contains("/");
                    case "slack-bot" -> SLACK_CHANNEL.matcher(address).matches();
                    default -> false;
                };
        return new DestinationForm(kind, name, harmless ? address : "", "", recipient, hearsRest, times, escalation);
    }

    DestinationForm as(String otherKind) {
        return new DestinationForm(otherKind, name, address, token, recipient, hearsRest, times, escalation);
    }

    Destination.Asked asked() {
        return new Destination.Asked(
                name,
                kind,
                present(address),
                present(recipient),
                kind.equals("slack-bot") ? present(token) : null,
                hearsRest,
                present(times.zone()),
                times.quietFrom(),
                times.quietTo(),
                times.criticalBreaks(),
                escalation.ids(),
                escalation.length(),
                present(times.digest()));
    }

    public List<Choice> kinds() {
        return List.of("slack", "slack-bot", "email", "webhook").stream()
                .map(one -> new Choice(one, label(one), one.equals(kind)))
                .toList();
    }

    /// Whether more was set than a new destination has.
    public boolean particular() {
        return !times.empty() || !escalation.to().isEmpty();
    }

    public boolean slack() {
        return isSlack(kind);
    }

    private static boolean isSlack(String kind) {
        return kind.equals("slack") || kind.equals("slack-bot");
    }

    static String label(String kind) {
        return switch (kind) {
            case "slack" -> "Slack";
            case "slack-bot" -> "Slack bot";
            case "email" -> "E-mail";
            case "webhook" -> "Webhook";
            default -> kind;
        };
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "DestinationForm[" + kind + "]";
    }
}
