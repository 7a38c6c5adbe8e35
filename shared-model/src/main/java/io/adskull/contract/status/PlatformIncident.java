package io.adskull.contract.status;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a platform's own status page says of one incident of it: value of the topic `platform-status`.
///
/// @param guid by which the platform knows the incident, 1 to 200 characters
/// @param title one line, 1 to 300 characters, as the platform wrote it: a stranger's text
/// @param link an https address; null when the platform names none
/// @param publishedAt as the platform says, or else when it was first seen
/// @param open false: the platform says that it is over, or speaks of it no more
/// @param at when it was found so
public record PlatformIncident(
        Platform platform,
        String guid,
        String title,
        @Nullable String link,
        Instant publishedAt,
        boolean open,
        Instant at) {
    public static final String EVENT_TYPE = "io.adskull.platform-status.v1";

    /// The record's key: `<platform>/<guid>`.
    public String key() {
        return platform.id() + "/" + guid;
    }
}
