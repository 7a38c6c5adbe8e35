package io.adskull.poller.probe;

import io.adskull.contract.account.Platform;
import io.adskull.poller.accounts.WatchedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every platform's plan.
public record ProbePlans(Map<Platform, ProbePlan> plans) {

    /// Empty when no plan covers this kind of account.
    public List<Probe> of(WatchedAccount account) {
        return Optional.ofNullable(plans.get(account.account().platform()))
                .map(plan -> plan.kinds().get(account.kind()))
                .orElse(List.of());
    }

    public List<Limit> limits(Platform platform) {
        return Optional.ofNullable(plans.get(platform)).map(ProbePlan::limits).orElse(List.of());
    }

    /// Whether the platform counts an app's calls by the calendar day in UTC.
    public boolean countsByUtcDay(Platform platform) {
        return limits(platform).stream().anyMatch(Limit::utcDay);
    }
}
