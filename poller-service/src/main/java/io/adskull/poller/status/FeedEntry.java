package io.adskull.poller.status;

import java.time.Instant;
import java.util.Optional;

/// One entry of a feed, cut to what an event may hold.
///
/// @param guid 1 to 200 characters
/// @param title one line, 1 to 300 characters
/// @param description one line, 4000 characters at most
/// @param link an https address
record FeedEntry(String guid, String title, String description, Optional<String> link, Optional<Instant> publishedAt) {}
