package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
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

    /// A look without holding on to it: whoever locks the row afterwards in this transaction reads it anew.
    public Optional<Connection> glance(ConnectionId id) {
        Optional<Connection> found = find(id);
        found.ifPresent(getEntityManager()::detach);
        return found;
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
    ///
    /// A lease that ended with nothing written down belongs to a replica that died or cannot reach this database.
    /// It may hold the answer, so the others leave the connection to it for a while: half of what is left of the
    /// access token's life, at most `patience`. Leases are compared with the database's clock, which all replicas
    /// share.
    ///
    /// @param replica who asks
    /// @param patience empty: what another replica left behind is not taken at all now
    public List<Connection> claimDue(Instant now, String replica, Optional<Duration> patience, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from connection
                        where refresh_at <= :now
                          and (leased_until is null
                               or leased_until <= clock_timestamp() and leased_by = :replica
                               or :others and leased_until + greatest(interval '0', least(
                                      make_interval(secs => :patience),
                                      (coalesce(expires_at, 'infinity') - leased_until) / 2)) <= clock_timestamp())
                        order by refresh_at
                        limit :limit
                        for update skip locked
                        """, Connection.class)
                .setParameter("now", now)
                .setParameter("replica", replica)
                .setParameter("others", patience.isPresent())
                .setParameter("patience", patience.orElse(Duration.ZERO).toMillis() / 1000.0)
                .setParameter("limit", limit)
                .getResultList();
    }

    /// Leases that a process left behind which was `replica` before this one. The attempts stay on record, in doubt.
    public int endLeases(String replica) {
        return getEntityManager()
                .createNativeQuery("""
                        update connection set leased_until = clock_timestamp()
                        where leased_by = :replica and leased_until > clock_timestamp()
                        """)
                .setParameter("replica", replica)
                .executeUpdate();
    }

    /// What the clock says that all replicas share.
    public Instant databaseTime() {
        return (Instant) getEntityManager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    /// Connections whose end is to be told by now, locked for this transaction.
    public List<Connection> claimAnnouncements(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from connection
                        where next_announcement_at <= :now and state = 'CONNECTED'
                        order by next_announcement_at
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
