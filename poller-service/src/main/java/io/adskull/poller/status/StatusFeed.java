package io.adskull.poller.status;

import io.adskull.contract.account.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Where a platform tells of its own incidents, and how it says that one is over.
///
/// @param over found in the title or the description of an entry whose incident is over
/// @param longest after which an incident counts as over although no word says so
record StatusFeed(Platform platform, URI address, List<Pattern> over, Duration longest) {

    boolean isOpen(FeedEntry entry, Instant since, Instant now) {
        return now.isBefore(since.plus(longest))
                && over.stream()
                        .noneMatch(words -> words.matcher(entry.title()).find()
                                || words.matcher(entry.description()).find());
    }
}
