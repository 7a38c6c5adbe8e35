package io.adskull.token.reseal;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.Vault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
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

    private final EntityManager entities;
    private final Vault vault;
    private final AtomicLong left = new AtomicLong();

    ResealOldRows(EntityManager entities, Vault vault, MeterRegistry meters) {
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
            for (int some = BATCH; some == BATCH; done += some) {
                some = QuarkusTransaction.requiringNew().call(this::resealSome);
            }
            left.set(QuarkusTransaction.requiringNew().call(this::count));
            if (done > 0) {
                LOG.infof("%d connections were sealed anew with the primary key, %d are left", done, left.get());
            }
        } catch (RuntimeException e) {
            LOG.warnf("old rows are sealed anew later: %s", e.toString());
        }
    }

    /// A row that is locked is being changed, and sealed with the primary key by that.
    @SuppressWarnings("unchecked")
    private int resealSome() {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, sealed_tokens from connection
                        where substring(sealed_tokens from 1 for 5) <> :prefix
                        limit :limit
                        for update skip locked
                        """)
                .setParameter("prefix", vault.primaryPrefix())
                .setParameter("limit", BATCH)
                .getResultList();
        int done = 0;
        for (Object[] row : rows) {
            done += resealed((UUID) row[0], (byte[]) row[1]) ? 1 : 0;
        }
        return done;
    }

    private boolean resealed(UUID id, byte[] sealed) {
        var connection = new ConnectionId(id);
        try {
            entities.createNativeQuery("update connection set sealed_tokens = :sealed where id = :id")
                    .setParameter("sealed", vault.seal(connection, vault.open(connection, sealed)))
                    .setParameter("id", id)
                    .executeUpdate();
            return true;
        } catch (SealBroken e) {
            LOG.error(e.getMessage());
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
