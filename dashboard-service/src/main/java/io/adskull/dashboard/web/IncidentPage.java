package io.adskull.dashboard.web;

import io.adskull.dashboard.notifier.Attention;
import io.adskull.dashboard.overview.TimelineEntry;
import java.util.List;
import java.util.Optional;

/// What the page of one incident shows.
///
/// @param attention what people answered so far; empty where nothing is known, also when nobody could be asked
/// @param mayAnswer whether the viewer may acknowledge and snooze it
public record IncidentPage(
        IncidentCard card, List<TimelineEntry> timeline, Optional<Attention> attention, boolean mayAnswer) {
    /// What people answered so far, where they did.
    public Optional<Attention> given() {
        return attention.filter(Attention::given);
    }

    public boolean acknowledged() {
        return attention.filter(now -> now.acknowledgedAt() != null).isPresent();
    }
}
