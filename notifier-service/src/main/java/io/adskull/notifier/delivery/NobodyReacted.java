package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why somebody is told of what others were told before, in words. Pure.
///
/// @param recipients who was told, or could not be told
/// @param toldAt when the first of them was; empty where nobody could be told
public record NobodyReacted(List<String> recipients, Optional<Instant> toldAt) {
    private static final int NAMED = 3;

    public NobodyReacted {
        recipients = List.copyOf(recipients);
    }

    public String sentence(Instant now) {
        return toldAt.map(at -> "Nobody has reacted. AdSkull told " + names() + " "
                        + Wording.length(Duration.between(at, now)) + " ago (" + Wording.time(at)
                        + "), and it still goes on.")
                .orElseGet(
                        () -> "Nobody has reacted. AdSkull could not tell " + names() + " yet, and it still goes on.");
    }

    private String names() {
        int more = recipients.size() - NAMED;
        if (more > 0) {
            return String.join(", ", recipients.subList(0, NAMED)) + " and " + more + " more";
        }
        return switch (recipients.size()) {
            case 0 -> "anybody";
            case 1 -> recipients.getFirst();
            default -> String.join(", ", recipients.subList(0, recipients.size() - 1)) + " and " + recipients.getLast();
        };
    }
}
