package io.adskull.token.refresh;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.outbox.TraceParent;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.TokenVault;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Renews tokens before they end. Runs in every replica; a connection is refreshed by one of them at a time.
///
/// A refresh is four steps, each on disk before the next: the claim (PostgreSQL), the call, the answer (this replica's
/// journal), the outcome (PostgreSQL). Whatever dies in between is found by its traces: see [RefreshClaims] for a claim
/// without an outcome, [SettleJournal] for an answer that the database does not have.
@ApplicationScoped
public class RefreshDueTokens {
    private static final Logger LOG = Logger.getLogger(RefreshDueTokens.class);
    private static final int DRAIN_SECONDS = 18;

    /// After the database was away, the other replicas bring their journals home first.
    private static final int TURNS_FOR_THE_OTHERS = 10;

    private final RefreshClaims claims;
    private final TokenSystems systems;
    private final TokenVault vault;
    private final RefreshJournal journal;
    private final SettleJournal settleJournal;
    private final SettleRefresh settle;
    private final Clock clock;
    private final Tracer tracer;
    private final int concurrency;
    private final Semaphore free;
    /// A lease of this replica may end while it still waits for the database: the attempt is not made twice.
    private final Set<ConnectionId> underWay = ConcurrentHashMap.newKeySet();

    private volatile boolean begun;
    private volatile int turnsSinceFailure = TURNS_FOR_THE_OTHERS;

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    RefreshDueTokens(
            RefreshClaims claims,
            TokenSystems systems,
            TokenVault vault,
            RefreshJournal journal,
            SettleJournal settleJournal,
            SettleRefresh settle,
            RefreshSettings settings,
            Clock clock,
            Tracer tracer) {
        this.claims = claims;
        this.systems = systems;
        this.vault = vault;
        this.journal = journal;
        this.settleJournal = settleJournal;
        this.settle = settle;
        this.clock = clock;
        this.tracer = tracer;
        this.concurrency = settings.concurrency();
        this.free = new Semaphore(concurrency);
    }

    @Scheduled(
            identity = "refresh-due-tokens",
            every = "${adskull.refresh.every:PT1S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void refreshDue() {
        try {
            settleJournal.settleLeftOvers();
            if (!begun) {
                claims.endThoseOfAnEarlierProcess();
                begun = true;
            }
            while (startSome()) {
                LOG.debug("more tokens may be due");
            }
            turnsSinceFailure = Math.min(turnsSinceFailure + 1, TURNS_FOR_THE_OTHERS);
        } catch (RuntimeException e) {
            turnsSinceFailure = 0;
            LOG.warnf("due tokens cannot be looked for: %s", e.toString());
        }
    }

    /// @return whether there may be more for which this replica is free
    private boolean startSome() {
        int most = free.drainPermits();
        List<RefreshClaim> taken = List.of();
        try {
            taken = most == 0 ? List.of() : claims.take(most, turnsSinceFailure >= TURNS_FOR_THE_OTHERS);
        } finally {
            free.release(most - taken.size());
        }
        taken.forEach(claim -> calls.execute(() -> {
            try {
                once(claim);
            } finally {
                free.release();
            }
        }));
        return !taken.isEmpty();
    }

    /// What is under way is brought home before the process ends.
    void atStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (!free.tryAcquire(concurrency, DRAIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("refreshes were still under way when the service stopped; the journal keeps what they bring");
        }
    }

    private void once(RefreshClaim claim) {
        if (underWay.add(claim.connection())) {
            try {
                traced(claim);
            } finally {
                underWay.remove(claim.connection());
            }
        }
    }

    private void traced(RefreshClaim claim) {
        Span span = tracer.spanBuilder("refresh token")
                .setParent(TraceParent.context(claim.trace()))
                .startSpan();
        try (var scope = span.makeCurrent()) {
            refresh(claim);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection %s: the outcome of a refresh is not stored yet", claim.connection());
        } finally {
            span.end();
        }
    }

    private void refresh(RefreshClaim claim) {
        Instant askedAt = clock.instant();
        RefreshOutcome outcome = ask(systems.of(claim.platform(), claim.kind()), claim);
        // Only new tokens exist nowhere else; every other outcome can be had again.
        if (outcome instanceof RefreshOutcome.Fresh fresh) {
            keep(claim, fresh, askedAt);
        } else {
            settle.settle(claim.connection(), claim.generation(), outcome, askedAt);
        }
    }

    private void keep(RefreshClaim claim, RefreshOutcome.Fresh fresh, Instant askedAt) {
        var entry = new RefreshJournal.Entry(
                Optional.empty(),
                claim.platform(),
                claim.kind(),
                claim.connection(),
                claim.generation(),
                askedAt,
                fresh.issued());
        try {
            entry = journal.write(entry);
        } catch (IOException e) {
            LOG.errorf("connection %s: the journal takes nothing, only the database can: %s", claim.connection(), e);
        }
        settleJournal.settle(entry);
    }

    private RefreshOutcome ask(TokenSystem system, RefreshClaim claim) {
        try {
            return system.refresh(vault.open(claim.connection(), claim.sealedTokens()));
        } catch (SealBroken e) {
            LOG.error(e.getMessage());
            return new RefreshOutcome.Transient("the stored tokens cannot be opened", Optional.empty());
        }
    }
}
