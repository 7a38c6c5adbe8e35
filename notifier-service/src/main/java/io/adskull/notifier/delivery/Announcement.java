package io.adskull.notifier.delivery;

import io.adskull.contract.alert.AlertOutcome;
import java.util.Optional;
import java.util.UUID;

/// What the topic `alerts` is to hear of a finished message.
record Announcement(UUID delivery, AlertOutcome outcome, Optional<String> traceParent) {}
