package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one platform's accounts are, in all tenants; also its JSON.
///
/// @param connected how many accounts are connected
/// @param failing how many of them have an open incident
/// @param critical open incidents of that severity
/// @param platformWide how many accounts fail by the platform's own fault now
/// @param platformWideSince when the first of these began; null where there is none
public record PlatformHealth(
        Platform platform,
        long connected,
        long failing,
        long critical,
        long warning,
        long info,
        long platformWide,
        @Nullable Instant platformWideSince) {

    static PlatformHealth none(Platform platform) {
        return new PlatformHealth(platform, 0, 0, 0, 0, 0, 0, null);
    }

    PlatformHealth with(long accounts) {
        return new PlatformHealth(
                platform, accounts, failing, critical, warning, info, platformWide, platformWideSince);
    }

    /// Whether there is something to say of it.
    boolean used() {
        return connected > 0 || failing > 0;
    }

    /// In words, whether its accounts fail now.
    public String verdict() {
        if (platformWide > 0) {
            return "Failing by its own fault";
        }
        return failing == 0 ? "Nothing fails" : failing + " of " + connected + " accounts fail";
    }

    public String look() {
        if (platformWide > 0 || (failing > 0 && failing * 2 >= connected)) {
            return "broken";
        }
        return failing > 0 ? "degraded" : "healthy";
    }
}
