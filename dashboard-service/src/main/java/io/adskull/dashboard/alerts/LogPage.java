package io.adskull.dashboard.alerts;

import io.adskull.dashboard.overview.SentMessage;
import java.util.List;
import java.util.Optional;

/// A part of the delivery log.
///
/// @param next where it goes on; empty at its end
public record LogPage(List<SentMessage> messages, Optional<String> next) {}
