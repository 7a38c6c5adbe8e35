package io.adskull.dashboard.projection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a page may show became different. Travels through PostgreSQL to every replica.
///
/// @param account key of the account; null when it is about a whole connection
public record Change(
        String tenant, @Nullable String account, @Nullable UUID incident) {
    /// The channel of `LISTEN` and `NOTIFY`.
    public static final String CHANNEL = "dashboard_changes";
}
