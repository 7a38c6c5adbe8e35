package io.adskull.dashboard.notifier;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One place where a tenant hears of incidents.
///
/// @param kind `slack`, `slack-bot`, `email` or `webhook`
/// @param recipient what people may see of its address
/// @param hearsRest whether it hears what no route sends anywhere
/// @param confirmed false as long as a mailbox's owner has not agreed; null where nobody is asked
/// @param zone of IANA, whose clocks quiet hours and digest go by
/// @param quietFrom null where it has no quiet hours
/// @param criticalBreaksQuiet whether what is critical and new is told in quiet hours
/// @param escalateTo who hears of what nobody reacts to; null for nobody
/// @param escalateAfter how long after, such as `PT2H`
/// @param digest `none`, `daily` or `weekly`
/// @param offAt since when nothing is sent there; null while it is on
/// @param offWhy what the receiver said
/// @param secret of a webhook, only in the answer that made it
public record Destination(
        UUID id,
        String name,
        String kind,
        String recipient,
        boolean hearsRest,
        @Nullable Boolean confirmed,
        @Nullable String zone,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        @Nullable Boolean criticalBreaksQuiet,
        @Nullable List<UUID> escalateTo,
        @Nullable String escalateAfter,
        @Nullable String digest,
        @Nullable Instant offAt,
        @Nullable String offWhy,
        @Nullable String secret) {

    /// What notifier-service is asked to keep; what is null stays as it is.
    ///
    /// @param address a secret, but for e-mail and a bot's channel
    /// @param secret a bot's token
    /// @param quietFrom such as `22:00`; empty for none, as in `quietTo`
    /// @param escalateTo empty for nobody
    public record Asked(
            String name,
            @Nullable String kind,
            @Nullable String address,
            @Nullable String recipient,
            @Nullable String secret,
            boolean hearsRest,
            @Nullable String zone,
            String quietFrom,
            String quietTo,
            boolean criticalBreaksQuiet,
            List<UUID> escalateTo,
            @Nullable String escalateAfter,
            @Nullable String digest) {
        @Override
        public String toString() {
            return "Asked[" + kind + "]";
        }
    }

    /// @param said the receiver's own words, where it did not take the message
    public record Tested(boolean delivered, @Nullable String said) {}

    @Override
    public String toString() {
        return "Destination[" + id + "]";
    }
}
