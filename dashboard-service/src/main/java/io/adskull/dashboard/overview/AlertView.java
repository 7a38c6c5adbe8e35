package io.adskull.dashboard.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message about an incident.
///
/// @param transition `OPENED`, `JOINED` (more accounts fail for the same reason), `REMINDED` (it still
/// goes on) or `RESOLVED`
/// @param outcome `DELIVERED` or `GAVE_UP`
/// @param reason why it was given up; null when it was delivered
public record AlertView(
        String channel,
        String recipient,
        String transition,
        String outcome,
        Instant at,
        @Nullable String reason) {

    static AlertView of(AlertRow row) {
        return new AlertView(row.channel, row.recipient, row.transition, row.outcome, row.at, row.reason);
    }

    public boolean delivered() {
        return outcome.equals("DELIVERED");
    }

    /// Such as "Slack #ads-alerts".
    public String to() {
        String where =
                switch (channel) {
                    case "slack" -> "Slack";
                    case "email" -> "E-mail";
                    case "webhook" -> "Webhook";
                    default -> channel;
                };
        return where.equals(recipient) ? where : where + " " + recipient;
    }

    /// What the message said.
    public String occasion() {
        return switch (transition) {
            case "OPENED" -> "that it began";
            case "JOINED" -> "that more accounts fail";
            case "REMINDED" -> "that it still goes on";
            case "ESCALATED" -> "that nobody has reacted";
            case "RESOLVED" -> "that it is over";
            default -> transition;
        };
    }
}
