package io.adskull.notifier.directory;

import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.notifier.patience.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A destination as its tenant may see it: without its address.
///
/// @param confirmed of a mailbox: whether its reader has confirmed that alerts may come; none does before
/// @param offAt since when nothing is sent there because its receiver is gone; absent while it works
/// @param offWhy what the receiver said
/// @param secret only in the answer that made it
public record DestinationListed(
        UUID id,
        String name,
        Kind kind,
        String recipient,
        boolean hearsRest,
        @Nullable String zone,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        @Nullable Boolean criticalBreaksQuiet,
        @Nullable List<UUID> escalateTo,
        @Nullable String escalateAfter,
        DigestRhythm digest,
        @Nullable Boolean confirmed,
        @Nullable Instant offAt,
        @Nullable String offWhy,
        @Nullable String secret) {
    static DestinationListed of(DestinationRow row, @Nullable String secret) {
        Optional<QuietHours> quiet = row.quietHours();
        return new DestinationListed(
                row.id(),
                row.name(),
                row.kind(),
                row.recipient(),
                row.hearsRest(),
                row.zone().map(ZoneId::getId).orElse(null),
                quiet.map(QuietHours::from).orElse(null),
                quiet.map(QuietHours::to).orElse(null),
                quiet.map(QuietHours::criticalBreaks).orElse(null),
                row.escalation().map(Escalation::to).orElse(null),
                row.escalation().map(wanted -> wanted.after().toString()).orElse(null),
                row.digest(),
                row.kind() == Kind.EMAIL ? row.isConfirmed() : null,
                row.offAt().orElse(null),
                row.offWhy().orElse(null),
                secret);
    }

    @Override
    public String toString() {
        return "DestinationListed[" + id + "]";
    }
}
