package io.adskull.dashboard.credentials;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happened to connections' credentials; of the request's tenant only.
@ApplicationScoped
@Transactional
public class CredentialHistory implements PanacheRepositoryBase<CredentialChangeRow, String> {
    private static final Sort NEWEST_FIRST = Sort.descending("at", "eventId");

    /// Oldest first.
    ///
    /// @param to not included
    public List<CredentialEntry> of(UUID connection, Instant from, Instant to) {
        return find("connection = ?1 and at >= ?2 and at < ?3", Sort.by("at", "eventId"), connection, from, to).stream()
                .map(CredentialEntry::of)
                .toList();
    }

    /// Newest first.
    public List<CredentialEntry> newest(UUID connection, int limit) {
        return page(find("connection", NEWEST_FIRST, connection), limit);
    }

    /// What came before an entry, newest first.
    ///
    /// @param id of that entry
    /// @return empty where the connection has no such entry
    public Optional<List<CredentialEntry>> before(UUID connection, String id, int limit) {
        return find("connection = ?1 and eventId = ?2", connection, id)
                .firstResultOptional()
                .map(last -> page(
                        find(
                                "connection = ?1 and (at < ?2 or (at = ?2 and eventId < ?3))",
                                NEWEST_FIRST,
                                connection,
                                last.at,
                                last.eventId),
                        limit));
    }

    private static List<CredentialEntry> page(PanacheQuery<CredentialChangeRow> found, int limit) {
        return found.page(Page.ofSize(limit)).stream().map(CredentialEntry::of).toList();
    }
}
