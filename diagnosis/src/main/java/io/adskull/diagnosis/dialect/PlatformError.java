package io.adskull.diagnosis.dialect;

import java.time.Duration;
import java.util.Optional;

/// A failing answer in the words of no particular platform: what the catalogue's rules look at.
///
/// @param surface which of the platform's ways to answer this is, such as `business` or `gateway`
/// @param foreign whether the words are those of a server in front of the platform; only rules that name the
/// surface read them
/// @param code the platform's own code, as text
/// @param message the platform's own words, at most [#LONGEST_MESSAGE] characters
/// @param accountStatus the account's state in an answer that is otherwise healthy
/// @param mentionedAccount the account id that the message names
/// @param mentionedPath the endpoint that the message names
public record PlatformError(
        String surface,
        boolean foreign,
        Optional<String> code,
        Optional<String> message,
        Optional<String> accountStatus,
        Optional<Integer> httpStatus,
        Optional<String> transportError,
        Optional<String> logId,
        Optional<String> requestId,
        Optional<Duration> retryAfter,
        Optional<String> mentionedAccount,
        Optional<String> mentionedPath) {

    /// Longer messages are cut, so that no answer can make matching slow.
    public static final int LONGEST_MESSAGE = 2_000;
}
