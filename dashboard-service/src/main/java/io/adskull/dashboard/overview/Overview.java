package io.adskull.dashboard.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every question that a page or the API asks; of the request's tenant only.
@ApplicationScoped
@Transactional
public class Overview {
    private static final Comparator<AccountView> WORST_FIRST = Comparator.comparing(AccountView::health)
            .thenComparing(AccountView::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AccountView::accountId);

    private final AccountRepository accounts;
    private final ConnectionRepository connections;
    private final IncidentRepository incidents;
    private final AlertRepository alerts;
    private final TransitionRepository transitions;
    private final WatchedResources watched;

    Overview(
            AccountRepository accounts,
            ConnectionRepository connections,
            IncidentRepository incidents,
            AlertRepository alerts,
            TransitionRepository transitions,
            WatchedResources watched) {
        this.accounts = accounts;
        this.connections = connections;
        this.incidents = incidents;
        this.alerts = alerts;
        this.transitions = transitions;
        this.watched = watched;
    }

    /// All connected accounts, the worst first.
    public List<AccountView> accounts() {
        Map<String, List<Failure>> failures = incidents.openFailures().stream().collect(groupingBy(Failure::account));
        Map<String, Instant> recoveries = incidents.recoveries().stream()
                .collect(toMap(IncidentRepository.Recovery::account, IncidentRepository.Recovery::at));
        Map<UUID, ConnectionView> credentials =
                connections.streamAll().collect(toMap(row -> row.id, ConnectionView::of));
        return accounts.connected().stream()
                .map(row -> view(
                        row,
                        failures.getOrDefault(row.key, List.of()),
                        Optional.ofNullable(recoveries.get(row.key)),
                        Optional.ofNullable(credentials.get(row.connectionId))))
                .sorted(WORST_FIRST)
                .toList();
    }

    public Optional<AccountView> account(AccountKey key) {
        return accounts.connected(key.toString())
                .map(row -> view(
                        row,
                        incidents.openFailures(row.key),
                        incidents
                                .newest(IncidentQuery.all(IncidentState.RESOLVED, 1)
                                        .of(key))
                                .stream()
                                .map(incident -> incident.resolvedAt)
                                .findFirst(),
                        connections
                                .find("id", row.connectionId)
                                .<ConnectionRow>firstResultOptional()
                                .map(ConnectionView::of)));
    }

    /// Open incidents, the worst first, then the newest.
    public List<IncidentView> worst(int limit) {
        List<UUID> ids = incidents.openFailures().stream()
                .sorted(Comparator.comparing(Failure::health)
                        .thenComparing(Failure::openedAt, Comparator.reverseOrder())
                        .thenComparing(Failure::id))
                .limit(limit)
                .map(Failure::id)
                .toList();
        return views(incidents.byIds(ids)).stream()
                .sorted(Comparator.comparing(incident -> ids.indexOf(incident.id())))
                .toList();
    }

    public long open() {
        return incidents.count("state", IncidentState.OPEN);
    }

    /// Newest first.
    public List<IncidentView> incidents(IncidentQuery query) {
        return views(incidents.newest(query));
    }

    /// Newest first, and where the list goes on.
    public IncidentSlice slice(IncidentQuery query) {
        return IncidentSlice.of(
                query, incidents(new IncidentQuery(query.state(), query.account(), query.after(), query.limit() + 1)));
    }

    /// When the account did not answer as it should, as far as that was not over by then; in no order.
    public List<Outage> outages(AccountView account, Instant since) {
        List<Outage> outages = new ArrayList<>();
        incidents.intervals(account.key().toString(), since).forEach(interval -> outages.add(interval.outage()));
        Optional.ofNullable(account.connection())
                .flatMap(ConnectionView::unwatchedSince)
                .ifPresent(start -> outages.add(Outage.withoutAccess(start)));
        return outages;
    }

    private List<IncidentView> views(List<IncidentRow> rows) {
        Map<UUID, List<AlertView>> sent =
                alerts.of(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> IncidentView.of(row, sent.getOrDefault(row.id, List.of())))
                .toList();
    }

    public Optional<IncidentView> incident(UUID id) {
        return incidents
                .byId(id)
                .map(row -> IncidentView.of(row, alerts.of(List.of(id)).getOrDefault(id, List.of())));
    }

    /// Since when the parts of the account that work are known to: since a failure was over, or the newest consent.
    public Map<Resource, Instant> workingSince(AccountView account) {
        String key = account.key().toString();
        List<Outage.End> ends = incidents.ends(key);
        return accounts.connected(key)
                .map(row -> account.permissions().stream()
                        .filter(part -> part.state() == PermissionState.WORKING)
                        .map(Permission::resource)
                        .collect(toMap(part -> part, part -> later(row.connectedAt, ends, part))))
                .orElse(Map.of());
    }

    private static Instant later(Instant consent, List<Outage.End> ends, Resource part) {
        return ends.stream()
                .filter(end -> end.concerns(part))
                .map(Outage.End::at)
                .filter(consent::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(consent);
    }

    /// What happened to an incident, oldest first.
    public List<TimelineEntry> timeline(IncidentView incident) {
        List<TimelineEntry> entries = new ArrayList<>();
        transitions.of(incident.id()).forEach(row -> entries.add(TimelineEntry.of(row)));
        incident.alerts().forEach(alert -> entries.add(TimelineEntry.of(alert)));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    private AccountView view(
            AccountRow row, List<Failure> failures, Optional<Instant> recovered, Optional<ConnectionView> connection) {
        AccountKey key = AccountKey.parse(row.key);
        AccountHealth judged = AccountHealth.judge(
                failures,
                watched.of(key.platform(), row.kind),
                recovered.filter(row.connectedAt::isBefore).orElse(row.connectedAt),
                connection.flatMap(ConnectionView::unwatchedSince));
        return new AccountView(
                key,
                key.platform(),
                key.accountId(),
                row.name,
                row.businessName,
                row.kind,
                row.connectionId,
                judged.health(),
                failures.size(),
                judged.since(),
                judged.permissions(),
                connection.orElse(null));
    }
}
