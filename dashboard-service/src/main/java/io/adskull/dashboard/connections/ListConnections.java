package io.adskull.dashboard.connections;

import static java.util.stream.Collectors.groupingBy;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.overview.ConnectionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The connections of the request's tenant: those that accounts name and those of which something was heard.
@ApplicationScoped
@Transactional
class ListConnections {
    private static final Comparator<ReachedAccountRow> OLDEST_CONSENT_FIRST =
            Comparator.<ReachedAccountRow, Instant>comparing(row -> row.connectedAt)
                    .thenComparing(row -> row.key);

    private final KnownConnections known;
    private final ReachedAccounts accounts;
    private final NeededScopes needed;
    private final InstantSource clock;

    ListConnections(KnownConnections known, ReachedAccounts accounts, NeededScopes needed, InstantSource clock) {
        this.known = known;
        this.accounts = accounts;
        this.needed = needed;
        this.clock = clock;
    }

    /// The worst first; those that were disconnected last.
    List<ConnectionDetail> all() {
        Map<UUID, KnownConnectionRow> heard = new HashMap<>();
        known.listAll().forEach(row -> heard.put(row.id, row));
        Map<UUID, List<ReachedAccountRow>> reached = accounts.all().stream().collect(groupingBy(row -> row.connection));
        return Stream.concat(heard.keySet().stream(), reached.keySet().stream())
                .distinct()
                .map(id -> detail(id, Optional.ofNullable(heard.get(id)), reached.getOrDefault(id, List.of())))
                .sorted(ConnectionDetail.WORST_FIRST)
                .toList();
    }

    Optional<ConnectionDetail> one(UUID id) {
        Optional<KnownConnectionRow> heard = known.find("id", id).firstResultOptional();
        List<ReachedAccountRow> reached = accounts.of(id);
        return heard.isEmpty() && reached.isEmpty() ? Optional.empty() : Optional.of(detail(id, heard, reached));
    }

    private ConnectionDetail detail(UUID id, Optional<KnownConnectionRow> heard, List<ReachedAccountRow> reached) {
        Optional<ReachedAccountRow> newest = reached.stream().max(OLDEST_CONSENT_FIRST);
        Platform platform = Platform.of(heard.map(row -> row.platform)
                .or(() -> newest.map(row -> row.platform))
                .orElseThrow());
        String kind = newest.map(row -> row.kind).orElse("");
        Optional<List<String>> granted = reached.stream()
                .sorted(OLDEST_CONSENT_FIRST.reversed())
                .map(row -> row.grantedScopes)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Arrays::asList)
                .filter(scopes -> !scopes.isEmpty());
        List<NeededScope> scopes = needed.against(platform, kind, granted.orElse(List.of()));
        Optional<ConnectionView> last =
                heard.map(row -> new ConnectionView(row.change, row.at, row.expiresAt, row.endsAt));
        return new ConnectionDetail(
                id,
                platform,
                kind,
                newest.map(row -> row.businessName)
                        .or(() -> heard.map(row -> row.name))
                        .filter(name -> !name.isBlank())
                        .orElse(platform.displayName() + " connection"),
                JudgeConnection.standing(last, scopes, clock.instant()),
                newest.map(row -> row.connectedAt).orElse(null),
                heard.map(row -> row.askedBy).orElse(null),
                heard.map(row -> row.change).orElse(null),
                heard.map(row -> row.at).orElse(null),
                heard.map(row -> row.reason).orElse(null),
                heard.map(row -> row.expiresAt).orElse(null),
                heard.map(row -> row.endsAt).orElse(null),
                reached.stream()
                        .sorted(Comparator.<ReachedAccountRow, String>comparing(row -> row.name)
                                .thenComparing(row -> row.key))
                        .map(row -> new ReachedAccount(AccountKey.parse(row.key), row.name))
                        .toList(),
                granted.isPresent(),
                scopes,
                needed.beyond(platform, kind, granted.orElse(List.of())));
    }
}
