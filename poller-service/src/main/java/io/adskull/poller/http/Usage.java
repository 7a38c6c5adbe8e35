package io.adskull.poller.http;

import io.adskull.diagnosis.LimitScope;
import java.time.Duration;
import java.util.Optional;

/// How much of a limit is used, as a platform says in the headers of an answer.
///
/// @param of what it is counted by
/// @param part used of it, 1 for all
/// @param reset until less is used, where that is said
public record Usage(LimitScope of, double part, Optional<Duration> reset) {}
