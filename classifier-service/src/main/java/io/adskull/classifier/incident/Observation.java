package io.adskull.classifier.incident;

import io.adskull.contract.response.ApiResponse;
import java.time.Instant;
import java.util.Optional;

/// One answer as the ledger meets it.
///
/// @param now the wall clock's time; the answer's own time may be long past when a backlog is read
public record Observation(ApiResponse answer, Optional<TraceParent> trace, Instant now) {}
