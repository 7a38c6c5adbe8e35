package io.adskull.dashboard;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What happened to an account lately, in words as people read them. Times count back from now, since pages show the
/// last days.
public record Story(Fabricated who, Instant now) {
    private static final ConnectionId CONNECTION = ConnectionId.parse("0d5bd2b5-6d4e-4c06-9d0c-3a3f4d0a7c11");

    public static Story of(String accountName) {
        return new Story(Fabricated.account(accountName), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public Instant hoursAgo(long hours) {
        return now.minus(hours, ChronoUnit.HOURS);
    }

    /// TikTok refuses a part of the account, and an admin must act.
    public Incident refused(Resource part, Instant since) {
        return incident(
                part,
                Cause.RESOURCE_PERMISSION_MISSING,
                Actor.BUSINESS_ADMIN,
                Severity.WARNING,
                AutomaticAction.RETEST_SLOWLY,
                "TikTok no longer lets AdSkull read " + part.displayName() + " of " + who.name(),
                since);
    }

    /// TikTok answers with errors of its own, and nobody needs to act.
    public Incident troubled(Resource part, Instant since) {
        return incident(
                part,
                Cause.PLATFORM_ERROR,
                Actor.PLATFORM,
                Severity.INFO,
                AutomaticAction.RETRY_WITH_BACKOFF,
                "TikTok answers with errors for " + who.name(),
                since);
    }

    /// TikTok refuses the token of the whole connection, and AdSkull gets another.
    public Incident expired(Instant since) {
        return incident(
                Resource.ACCOUNT,
                Cause.TOKEN_EXPIRED,
                Actor.AUTOMATIC,
                Severity.WARNING,
                AutomaticAction.REFRESH_TOKEN,
                "Access to TikTok ran out and is being renewed",
                since);
    }

    public Incident opened(Incident incident) {
        who.told(new Remediation.Opened(incident, incident.openedAt()));
        return incident;
    }

    public Incident resolved(Incident incident, Instant at) {
        who.told(new Remediation.Resolved(incident, at, "The call that failed works again."));
        return incident;
    }

    private Incident incident(
            Resource part,
            Cause cause,
            Actor actor,
            Severity severity,
            AutomaticAction action,
            String title,
            Instant since) {
        return new Incident(
                IncidentId.of(who.account(), cause, part, "opened at " + since),
                who.tenant(),
                who.account(),
                who.name(),
                "Northwind Agency",
                CONNECTION,
                part,
                cause,
                actor,
                severity,
                Confidence.LIKELY,
                action,
                title,
                "The advertiser still shares the account, but not this part of it. Campaigns go on; what AdSkull does with "
                        + part.displayName() + " stands still until the permission is back.",
                List.of(
                        "Sign in to TikTok Business Center as an admin.",
                        "Open Users, choose the partner and edit its access to " + who.name() + ".",
                        "Switch on " + part.displayName() + ", save, and press Re-test here."),
                actor == Actor.BUSINESS_ADMIN
                        ? "Hello! AdSkull can no longer read " + part.displayName() + " of " + who.name()
                                + ". Could you switch that permission on for us in Business Center? It takes a minute."
                        : null,
                "https://business-api.tiktok.com/portal/docs?id=1738855176671234",
                "20261122120000ABCDEF0123456789ABCD",
                "7439c0de",
                List.of(
                        "Calls for Campaigns and Ads of the same account work with the same token.",
                        "The code 40001 stands for a missing permission or a missing scope; the scope was granted."),
                "40001",
                "No permission to operate this advertiser",
                "/open_api/v1.3/optimizer/rule/list/",
                200,
                since,
                since.plusSeconds(90),
                4,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "Open the same page in TikTok Ads Manager with the user who connected the account.",
                "An expired token: then every call would fail.");
    }
}
