package io.adskull.notifier.routing;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Wording;
import java.time.Duration;
import java.util.List;

/// Limits that are too tight for all accounts, as an incident of the whole platform. Pure.
final class ReachIncidents {
    /// No call failed.
    private static final String ENDPOINT = "";

    private ReachIncidents() {}

    static Incident of(PollReach reach, String eventId) {
        AccountKey platform = AccountKey.wholePlatform(reach.platform());
        String name = reach.platform().displayName();
        String id = reach.platform().id();
        String wanted = Wording.length(Duration.ofSeconds(reach.wantedSeconds()));
        String reachable = Wording.length(Duration.ofSeconds(reach.reachableSeconds()));
        return new Incident(
                IncidentId.of(platform, Cause.QUOTA_EXHAUSTED, Resource.ACCOUNT, eventId),
                Incident.OPERATORS,
                platform,
                name,
                null,
                null,
                Resource.ACCOUNT,
                Cause.QUOTA_EXHAUSTED,
                Actor.DEVELOPER,
                Severity.WARNING,
                Confidence.CERTAIN,
                AutomaticAction.NONE,
                name + " accounts are looked at only every " + reachable,
                "AdSkull watches about " + reach.accounts() + " " + name + " accounts. The calls that " + name
                        + " allows the app let it look at each of them once in " + reachable + " instead of " + wanted
                        + ", so what breaks is noticed that much later. Nothing is broken, and no limit was hit.",
                List.of(
                        "Ask " + name + " for a higher access level of the app. Then set adskull.poll." + id
                                + ".qps and adskull.poll." + id + ".daily of poller-service to what it allows.",
                        "If the app makes few calls of its own, let probes take more of its day: adskull.poll.daily-share,"
                                + " a twentieth unless it was set.",
                        "Or accept it: set adskull.poll.interval to what can be reached, so that nobody expects more.",
                        "Services that hand in the answers to their own calls spare probes: POST /api/responses."),
                null,
                null,
                null,
                null,
                List.of("Computed from the accounts that are watched, their probes and the app's limits."),
                null,
                null,
                ENDPOINT,
                null,
                reach.at(),
                reach.at(),
                1,
                null,
                null,
                null);
    }

    /// Whether it is one of these, and not a platform's refusal.
    static boolean isOfReach(Incident incident) {
        return incident.cause() == Cause.QUOTA_EXHAUSTED && !Wording.isOfACall(incident);
    }
}
