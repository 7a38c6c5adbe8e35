package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An error that no rule of the catalogue explains; also its JSON.
///
/// @param code as the platform wrote it; null where it wrote none
/// @param message the newest of its messages, its beginning
/// @param accounts how many met it, in all tenants
public record UnknownError(
        Platform platform,
        @Nullable String code,
        @Nullable String message,
        long accounts,
        long tenants,
        Instant newestAt) {}
