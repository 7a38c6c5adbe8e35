package io.adskull.dashboard.notifier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tenant is not told of for a while: what fits all that is named.
///
/// @param account such as `tiktok/7012345678901234567`
/// @param cause such as `RATE_LIMITED`
/// @param platform such as `tiktok`
/// @param until null until somebody ends it
/// @param why in the words of whoever muted it
public record Mute(
        UUID id,
        @Nullable String account,
        @Nullable String cause,
        @Nullable String platform,
        @Nullable Instant until,
        @Nullable String why,
        @Nullable Instant createdAt) {

    /// What notifier-service is asked to mute: at least one of account, cause and platform.
    public record Asked(
            @Nullable String account,
            @Nullable String cause,
            @Nullable String platform,
            @Nullable Instant until,
            @Nullable String why) {}
}
