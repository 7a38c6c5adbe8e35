package io.adskull.notifier.directory;

import io.adskull.notifier.patience.DigestRhythm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a destination is to be; what is missing stays as it is, or is usual.
///
/// @param kind cannot change
/// @param address of an incoming webhook of Slack, a mailbox, or a webhook; never shown again
/// @param recipient what people call a Slack webhook's channel, such as `#ads-alerts`
/// @param secret of a webhook, `whsec_…`; one is made where it is missing. Of a bot its token
/// @param hearsRest whether it hears what no route sends anywhere; true where it is missing
/// @param zone of IANA, such as `Europe/Berlin`: whose clocks quiet hours go by
/// @param quietFrom such as `22:00`: what would be said from then on waits until `quietTo`; both empty for none
/// @param criticalBreaksQuiet whether what is critical and new is told all the same; true where it is missing
/// @param escalateTo destinations that hear of what nobody reacts to; empty for none
/// @param escalateAfter how long people have to react, such as `PT30M`
/// @param digest how often a summary comes, at eight in the morning: `none`, `daily` or `weekly` (on Mondays)
public record DestinationAsked(
        @Nullable String name,
        @Nullable Kind kind,
        @Nullable String address,
        @Nullable String recipient,
        @Nullable String secret,
        @Nullable Boolean hearsRest,
        @Nullable String zone,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable Boolean criticalBreaksQuiet,
        @Nullable List<UUID> escalateTo,
        @Nullable String escalateAfter,
        @Nullable DigestRhythm digest) {
    QuietHoursAsked quietHours() {
        return new QuietHoursAsked(quietFrom, quietTo, criticalBreaksQuiet);
    }

    @Override
    public String toString() {
        return "DestinationAsked[" + kind + "]";
    }
}
