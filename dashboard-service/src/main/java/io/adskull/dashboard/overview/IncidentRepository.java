package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<IncidentRow, UUID> {

    /// When an account last got well.
    record Recovery(String account, Instant at) {}

    /// Newest first.
    List<IncidentRow> newest(IncidentQuery query) {
        String newness = query.byEnd() ? "resolvedAt" : "openedAt";
        List<String> conditions = new ArrayList<>();
        Parameters parameters = new Parameters();
        query.state().ifPresent(state -> {
            conditions.add("state = :state");
            parameters.and("state", state);
        });
        query.account().map(AccountKey::toString).ifPresent(account -> {
            conditions.add("account = :account");
            parameters.and("account", account);
        });
        query.after().ifPresent(last -> {
            conditions.add("(" + newness + " < :at or (" + newness + " = :at and id > :id))");
            parameters.and("at", last.at()).and("id", last.id());
        });
        Sort newest = Sort.descending(newness).and("id");
        return find(conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions), newest, parameters)
                .range(0, query.limit() - 1)
                .list();
    }

    /// When the account's calls failed, as far as it was not over by then.
    List<Outage.Interval> intervals(String account, Instant since) {
        return find("account = ?1 and (resolvedAt is null or resolvedAt > ?2)", account, since)
                .project(Outage.Interval.class)
                .list();
    }

    /// When the account's failures were last over.
    List<Outage.End> ends(String account) {
        return find(
                        "select resource, cause, max(resolvedAt) from IncidentRow"
                                + " where account = ?1 and state = ?2 group by resource, cause",
                        account,
                        IncidentState.RESOLVED)
                .project(Outage.End.class)
                .list();
    }

    Optional<IncidentRow> byId(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /// In no order.
    List<IncidentRow> byIds(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Open ones, the worst first, then the newest.
    List<IncidentRow> worst(int limit) {
        return find("state = ?1 order by health, openedAt desc, id", IncidentState.OPEN)
                .range(0, limit - 1)
                .list();
    }

    /// What decides the health of these accounts.
    List<Failure> openFailures(Collection<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : find("state = ?1 and account in ?2", IncidentState.OPEN, accounts)
                        .project(Failure.class)
                        .list();
    }

    /// When these accounts last got well, where they did.
    List<Recovery> recoveries(Collection<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : find(
                                "select account, max(resolvedAt) from IncidentRow"
                                        + " where state = ?1 and account in ?2 group by account",
                                IncidentState.RESOLVED,
                                accounts)
                        .project(Recovery.class)
                        .list();
    }
}
