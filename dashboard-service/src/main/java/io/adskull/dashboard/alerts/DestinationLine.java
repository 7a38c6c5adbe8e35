package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A destination in the list of all.
///
/// @param habits when it is quiet, how often it gets a summary and who hears next, in plain words
/// @param tested what became of a test just now
public record DestinationLine(Destination it, List<String> habits, Optional<TestResult> tested) {
    static DestinationLine of(Destination one, List<Destination> all) {
        return new DestinationLine(
                one,
                Stream.concat(
                                TimesForm.of(one).said().stream(),
                                EscalationForm.said(one.escalateTo(), one.escalateAfter(), all).stream())
                        .toList(),
                Optional.empty());
    }

    DestinationLine with(TestResult result) {
        return new DestinationLine(it, habits, Optional.of(result));
    }

    public String kind() {
        return DestinationForm.label(it.kind());
    }

    public boolean off() {
        return it.offAt() != null;
    }

    /// Whether its mailbox's owner has not agreed yet.
    public boolean waiting() {
        return Boolean.FALSE.equals(it.confirmed());
    }

    public boolean hears() {
        return !off() && !waiting();
    }
}
