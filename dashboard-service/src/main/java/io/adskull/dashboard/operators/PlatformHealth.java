package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import java.util.List;

/// How one platform's accounts are, in all tenants; also its JSON.
///
/// @param connected how many accounts are connected
/// @param failing how many accounts have an open incident of their own
/// @param critical open incidents of accounts of that severity
/// @param wide open incidents of the whole platform, the oldest first
/// @param ownWords what the platform itself says of incidents that are not over, the oldest first
public record PlatformHealth(
        Platform platform,
        long connected,
        long failing,
        long critical,
        long warning,
        long info,
        List<WideIncident> wide,
        List<OwnWord> ownWords) {

    /// Whether there is something to say of it.
    boolean used() {
        return connected > 0 || failing > 0 || !wide.isEmpty() || !ownWords.isEmpty();
    }

    /// In words, whether its accounts fail now.
    public String verdict() {
        if (!wide.isEmpty()) {
            return "Failing as a whole";
        }
        if (failing == 0) {
            return "Nothing fails";
        }
        return failing + (failing == 1 ? " account fails" : " accounts fail");
    }

    public String look() {
        if (!wide.isEmpty() || (failing > 0 && failing * 2 >= connected)) {
            return "broken";
        }
        return failing > 0 ? "degraded" : "healthy";
    }
}
