package io.adskull.dashboard.overview;

import io.adskull.contract.account.Resource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether one part of an account answers.
///
/// @param since when it stopped; null while it works
/// @param incident which incident says so; null while it works
public record Permission(
        Resource resource,
        PermissionState state,
        @Nullable Instant since,
        @Nullable UUID incident) {}
