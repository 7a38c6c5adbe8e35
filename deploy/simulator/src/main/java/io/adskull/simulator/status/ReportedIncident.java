package io.adskull.simulator.status;

import java.time.Instant;

/// One entry of a status feed.
public record ReportedIncident(String guid, String title, String description, String link, Instant publishedAt) {}
