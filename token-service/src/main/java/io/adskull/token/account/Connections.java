package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The connections in PostgreSQL. Whoever changes one holds its row lock, and so also the right to write its
/// events: that keeps the events of one connection in order.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Connections implements PanacheRepositoryBase<Connection, UUID> {

    public Optional<Connection> find(ConnectionId id) {
        return findByIdOptional(id.value());
    }

    public Optional<Connection> findLocked(ConnectionId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Connection> ofTenant(String tenant) {
        return list("tenant = ?1 order by platform, businessName, id", tenant);
    }

    /// What else this person has connected at this platform, for the same tenant.
    public List<Connection> siblings(Connection connection) {
        return list(
                "tenant = ?1 and platform = ?2 and identity = ?3 and id <> ?4",
                connection.tenant(),
                connection.platform().id(),
                connection.identity(),
                connection.id().value());
    }

    /// Whether a connection of this identity is left, of whatever kind or tenant.
    boolean identityInUse(Platform platform, String identity) {
        return count("platform = ?1 and identity = ?2", platform.id(), identity) > 0;
    }

    /// The connection that this identity made before, or a new one. Two callbacks of one identity come one after
    /// the other.
    public Consenting consenting(String tenant, Platform platform, String kind, String identity) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:identity, 1))", Object.class)
                .setParameter("identity", String.join("\n", tenant, platform.id(), kind, identity))
                .getSingleResult();
        return find(
                        "tenant = ?1 and platform = ?2 and kind = ?3 and identity = ?4",
                        tenant,
                        platform.id(),
                        kind,
                        identity)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(known -> new Consenting(known, true))
                .orElseGet(() -> new Consenting(
                        new Connection(new ConnectionId(UUID.randomUUID()), tenant, platform, kind, identity), false));
    }

    /// Connections whose tokens are to be refreshed by now and that no replica works on, locked for this
    /// transaction.
    public List<Connection> claimDue(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from connection
                        where refresh_at <= :now and (leased_until is null or leased_until <= :now)
                        order by refresh_at
                        limit :limit
                        for update skip locked
                        """, Connection.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /// @param known whether this identity had consented before
    public record Consenting(Connection connection, boolean known) {}
}
