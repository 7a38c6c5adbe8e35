package io.adskull.dashboard.api;

import java.time.Instant;

/// A re-test was asked for.
public record Asked(Instant askedAt) {}
