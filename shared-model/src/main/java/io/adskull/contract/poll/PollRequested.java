package io.adskull.contract.poll;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// "Look at this account now": value of the topic `poll-requests`.
///
/// @param resource null for all resources of the account
/// @param why one phrase for the logs, such as `token refreshed`
public record PollRequested(
        AccountKey account, String tenant, @Nullable Resource resource, String why, Instant at) {
    public static final String EVENT_TYPE = "io.adskull.poll-requested.v1";
}
