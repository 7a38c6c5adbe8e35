package io.adskull.notifier.directory;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import java.util.Collections;
import java.util.Set;

/// What an incident must be for a route to send it on. Pure. An empty set asks for nothing.
record Asked(
        Set<Platform> platforms,
        Set<AccountKey> accounts,
        Set<Label> labels,
        Set<Cause> causes,
        Set<Actor> actors,
        Set<Severity> severities) {
    Asked {
        platforms = Set.copyOf(platforms);
        accounts = Set.copyOf(accounts);
        labels = Set.copyOf(labels);
        causes = Set.copyOf(causes);
        actors = Set.copyOf(actors);
        severities = Set.copyOf(severities);
    }

    /// @param known the account's labels, of the tenant whose route it is
    boolean fits(Incident incident, Set<Label> known) {
        return fits(platforms, incident.account().platform())
                && fits(accounts, incident.account())
                && (labels.isEmpty() || !Collections.disjoint(labels, known))
                && fits(causes, incident.cause())
                && fits(actors, incident.actor())
                && fits(severities, incident.severity());
    }

    private static <T> boolean fits(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
