package io.adskull.dashboard.web;

import io.adskull.dashboard.overview.TimelineEntry;
import java.util.List;

/// What the page of one incident shows.
///
/// @param mayAnswer whether the viewer may acknowledge and snooze it
public record IncidentPage(IncidentCard card, List<TimelineEntry> timeline, boolean mayAnswer) {}
