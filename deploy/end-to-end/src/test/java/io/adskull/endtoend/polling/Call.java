package io.adskull.endtoend.polling;

import java.net.URI;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One call of a replica to a platform, as it passed by.
///
/// @param path without the account
/// @param refused whether the platform had too many calls
record Call(
        String replica, String platform, String account, String path, Instant started, Instant ended, boolean refused) {
    private static final Pattern IN_QUERY = Pattern.compile("\\badvertiser_ids?=\\W*([0-9]+)");
    private static final Pattern IN_PATH = Pattern.compile("/(?:customers/|ad_accounts/|act_)([a-z0-9_]+)");

    /// What a replica asks a platform about an account time and again.
    record Probe(String account, String path) {}

    static Call of(String replica, URI asked, Instant started, Instant ended, boolean refused) {
        Matcher inPath = IN_PATH.matcher(asked.getPath());
        if (inPath.find()) {
            return new Call(
                    replica,
                    asked.getPath().split("/", 3)[1],
                    inPath.group(1),
                    inPath.replaceFirst(""),
                    started,
                    ended,
                    refused);
        }
        Matcher inQuery = IN_QUERY.matcher(String.valueOf(asked.getQuery()));
        String account = inQuery.find() ? inQuery.group(1) : "";
        return new Call(replica, "tiktok", account, asked.getPath(), started, ended, refused);
    }

    Probe probe() {
        return new Probe(account, path);
    }

    boolean overlaps(Call other) {
        return started.isBefore(other.ended) && other.started.isBefore(ended);
    }
}
