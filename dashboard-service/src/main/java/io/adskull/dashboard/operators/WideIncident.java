package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.UUID;

/// An open incident of a whole platform, or of our own app there; also its JSON.
///
/// @param cause such as `PLATFORM_ERROR`
public record WideIncident(UUID id, Platform platform, String cause, String title, Instant openedAt) {}
