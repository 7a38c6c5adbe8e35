package io.adskull.contract.poll;

import io.adskull.contract.account.Platform;
import java.time.Instant;

/// How often a platform's limits let each of its accounts be looked at: value of the topic `poll-reach`.
///
/// @param accounts about as many as are watched
/// @param wantedSeconds between two looks at the same resource
/// @param reachableSeconds that the limits leave, more than wanted when there are more accounts than they allow
public record PollReach(Platform platform, int accounts, long wantedSeconds, long reachableSeconds, Instant at) {
    public static final String EVENT_TYPE = "io.adskull.poll-reach.v1";

    /// A little more than wanted is a busy day, and no reason to ask a platform for more.
    private static final double WORTH_TELLING = 1.2;

    /// Whether the accounts are looked at notably less often than wanted.
    public boolean stretched() {
        return reachableSeconds > WORTH_TELLING * wantedSeconds;
    }
}
