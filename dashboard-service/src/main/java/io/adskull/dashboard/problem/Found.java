package io.adskull.dashboard.problem;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.Overview;
import jakarta.enterprise.context.ApplicationScoped;

/// What an address names, or 404: the same answer for what does not exist, is malformed, or belongs to another
/// tenant.
@ApplicationScoped
public class Found {
    private final Overview overview;

    Found(Overview overview) {
        this.overview = overview;
    }

    public IncidentView incident(String id) {
        try {
            return overview.incident(IncidentId.parse(id).value()).orElseThrow(Found::noIncident);
        } catch (UnreadableEvent e) {
            throw noIncident();
        }
    }

    public AccountView account(String platform, String accountId) {
        try {
            return overview.account(AccountKey.parse(platform + "/" + accountId))
                    .orElseThrow(Found::noAccount);
        } catch (UnreadableEvent e) {
            throw noAccount();
        }
    }

    private static Problem noIncident() {
        return Problem.notFound("There is no such incident.");
    }

    private static Problem noAccount() {
        return Problem.notFound("No such account is connected.");
    }
}
