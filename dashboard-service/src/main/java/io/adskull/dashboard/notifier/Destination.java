package io.adskull.dashboard.notifier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One place where a tenant hears of incidents.
///
/// @param kind `slack`, `slack-bot`, `email` or `webhook`
/// @param recipient what people may see of its address
/// @param hearsRest whether it hears what no route sends anywhere
/// @param offAt since when nothing is sent there; null while it is on
/// @param offWhy what the receiver said
/// @param secret of a webhook, only in the answer that made it
public record Destination(
        UUID id,
        String name,
        String kind,
        String recipient,
        boolean hearsRest,
        @Nullable Instant offAt,
        @Nullable String offWhy,
        @Nullable String secret) {

    /// What notifier-service is asked to keep; what is null stays as it is.
    ///
    /// @param address a secret, but for e-mail
    public record Asked(
            String name,
            @Nullable String kind,
            @Nullable String address,
            @Nullable String recipient,
            boolean hearsRest) {
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
