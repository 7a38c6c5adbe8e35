package io.adskull.dashboard.web;

import io.adskull.dashboard.overview.TimelineEntry;
import java.util.List;

/// What the page of one incident shows.
public record IncidentPage(IncidentCard card, List<TimelineEntry> timeline) {}
