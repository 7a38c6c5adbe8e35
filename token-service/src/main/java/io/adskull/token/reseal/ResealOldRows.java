package io.adskull.token.reseal;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.TokenVault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Seals anew, in small batches, whatever an older key than the primary one sealed. Runs in every replica; changes
/// nothing but the seal, so that a refresh under way neither notices nor is undone. The gauge says when an old key
/// is needed no more.
@ApplicationScoped
public class ResealOldRows {
    private static final Logger LOG = Logger.getLogger(ResealOldRows.class);
    private static final int BATCH = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final TokenVault vault;
    private final AtomicLong left = new AtomicLong();

    ResealOldRows(EntityManager entities, TokenVault vault, MeterRegistry meters) {
        this.entities = entities;
        this.vault = vault;
        Gauge.builder("adskull_vault_rows_on_old_keys", left, AtomicLong::get)
                .description("Connections whose tokens an older key than the primary one sealed")
                .register(meters);
    }

    @Scheduled(
            identity = "reseal-old-rows",
            every = "PT1M",
            delayed = "PT40S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void reseal() {
        try {
            long done = 0;
            List<ConnectionId> unreadable = new ArrayList<>();
            Batch batch = new Batch(0, Optional.of(FIRST));
            while (batch.last().isPresent()) {
                UUID after = batch.last().get();
                batch = QuarkusTransaction.requiringNew().call(() -> resealSome(after, unreadable));
                done += batch.resealed();
            }
            left.set(QuarkusTransaction.requiringNew().call(this::count));
            if (!unreadable.isEmpty()) {
                LOG.errorf(
                        "the tokens of %d connections, such as %s, open with no key of the present key set: put back the "
                                + "key that sealed them, or connect them again",
                        unreadable.size(), unreadable.getFirst());
            }
            if (done > 0) {
                LOG.infof("%d connections were sealed anew with the primary key, %d are left", done, left.get());
            }
        } catch (RuntimeException e) {
            LOG.warnf("old rows are sealed anew later: %s", e.toString());
        }
    }

    /// @param last the row to go on after; empty when there was none
    private record Batch(int resealed, Optional<UUID> last) {}

    /// A row that is locked is being changed, and sealed with the primary key by that. One that no key opens is left
    /// behind, not in the way of those after it.
    @SuppressWarnings("unchecked")
    private Batch resealSome(UUID after, List<ConnectionId> unreadable) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, sealed_tokens from connection
                        where substring(sealed_tokens from 1 for 5) <> :prefix and id > :after
                        order by id
                        limit :limit
                        for update skip locked
                        """)
                .setParameter("prefix", vault.primaryPrefix())
                .setParameter("after", after)
                .setParameter("limit", BATCH)
                .getResultList();
        int done = 0;
        for (Object[] row : rows) {
            var connection = new ConnectionId((UUID) row[0]);
            if (resealed(connection, (byte[]) row[1])) {
                done++;
            } else {
                unreadable.add(connection);
            }
        }
        return new Batch(done, rows.isEmpty() ? Optional.empty() : Optional.of((UUID) rows.getLast()[0]));
    }

    private boolean resealed(ConnectionId connection, byte[] sealed) {
        try {
            entities.createNativeQuery("update connection set sealed_tokens = :sealed where id = :id")
                    .setParameter("sealed", vault.seal(connection, vault.open(connection, sealed)))
                    .setParameter("id", connection.value())
                    .executeUpdate();
            return true;
        } catch (SealBroken e) {
            return false;
        }
    }

    private long count() {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from connection where substring(sealed_tokens from 1 for 5) <> :prefix")
                        .setParameter("prefix", vault.primaryPrefix())
                        .getSingleResult())
                .longValue();
    }
}
