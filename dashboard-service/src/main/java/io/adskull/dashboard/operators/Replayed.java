package io.adskull.dashboard.operators;

import java.time.Instant;

/// Who published a dead letter again; the last time counts.
///
/// @param times how often it was done
public record Replayed(String by, Instant at, int times) {}
