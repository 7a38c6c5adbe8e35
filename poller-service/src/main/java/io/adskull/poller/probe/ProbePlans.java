package io.adskull.poller.probe;

import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.Platform;
import java.util.List;
import java.util.Map;

/// Every platform's plan: for each kind of account, what is asked and in which order.
public record ProbePlans(Map<Platform, Map<String, List<Probe>>> plans) {

    /// Empty when no plan covers this kind of account; the account's own probe comes first otherwise.
    public List<Probe> of(ConnectedAccount account) {
        return plans.getOrDefault(account.account().platform(), Map.of()).getOrDefault(account.kind(), List.of());
    }
}
