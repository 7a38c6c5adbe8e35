package io.adskull.dashboard.overview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<IncidentRow, UUID> {

    /// When an account last got well.
    record Recovery(String account, Instant at) {}

    /// In the order that the query asks for.
    List<IncidentRow> list(IncidentQuery query) {
        IncidentCondition condition = IncidentCondition.of(query).after(query);
        return find(condition.text(), order(query), condition.values())
                .range(0, query.limit() - 1)
                .list();
    }

    private static Sort order(IncidentQuery query) {
        return switch (query.order()) {
            case NEWEST -> Sort.descending(query.newness()).and("id");
            case WORST ->
                Sort.ascending("health")
                        .and(query.newness(), Sort.Direction.Descending)
                        .and("id");
        };
    }

    /// All that match, whatever part is asked for.
    long count(IncidentQuery query) {
        IncidentCondition condition = IncidentCondition.of(query);
        return count(condition.text(), condition.values());
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
