package io.adskull.classifier.wide;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import java.util.Set;

/// Whom a failure concerns beyond the account whose call showed it.
public enum Breadth {
    /// The account, or the connection that it hangs on.
    ACCOUNT,
    /// Our app, and so every account of the platform: none of them can do anything about it.
    APP,
    /// The platform itself, if others fail as well.
    OUTAGE;

    private static final Set<Cause> OUTAGES = Set.of(Cause.PLATFORM_ERROR, Cause.PLATFORM_MAINTENANCE);

    /// Causes that are our app's when developers must act. The same cause is an account's when its admin must: some
    /// let only chosen apps or addresses in.
    private static final Set<Cause> OUR_APPS = Set.of(
            Cause.APP_CREDENTIALS_INVALID,
            Cause.APP_NOT_APPROVED,
            Cause.API_VERSION_RETIRED,
            Cause.NETWORK_RESTRICTED,
            Cause.RATE_LIMITED,
            Cause.QUOTA_EXHAUSTED);

    public static Breadth of(Cause cause, Actor actor) {
        if (OUTAGES.contains(cause)) {
            return OUTAGE;
        }
        return actor == Actor.DEVELOPER && OUR_APPS.contains(cause) ? APP : ACCOUNT;
    }

    static Breadth ofWide(Cause cause) {
        return OUTAGES.contains(cause) ? OUTAGE : APP;
    }
}
