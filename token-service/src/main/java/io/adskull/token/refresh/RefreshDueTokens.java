package io.adskull.token.refresh;

import io.adskull.token.outbox.TraceParent;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.Vault;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Renews tokens before they end. Runs in every replica; a connection is refreshed by one of them at a time.
@ApplicationScoped
public class RefreshDueTokens {
    private static final Logger LOG = Logger.getLogger(RefreshDueTokens.class);

    private final RefreshClaims claims;
    private final TokenSystems systems;
    private final Vault vault;
    private final SettleRefresh settle;
    private final Clock clock;
    private final Tracer tracer;

    RefreshDueTokens(
            RefreshClaims claims, TokenSystems systems, Vault vault, SettleRefresh settle, Clock clock, Tracer tracer) {
        this.claims = claims;
        this.systems = systems;
        this.vault = vault;
        this.settle = settle;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Scheduled(
            identity = "refresh-due-tokens",
            every = "${adskull.refresh.every:PT1S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshDue() {
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            List<RefreshClaim> taken = claims.take();
            taken.forEach(claim -> calls.execute(() -> traced(claim)));
        } catch (RuntimeException e) {
            LOG.warnf("due tokens cannot be looked for: %s", e.toString());
        }
    }

    private void traced(RefreshClaim claim) {
        Span span = tracer.spanBuilder("refresh token")
                .setParent(TraceParent.context(claim.trace()))
                .startSpan();
        try (var scope = span.makeCurrent()) {
            refresh(claim);
        } catch (RuntimeException e) {
            LOG.errorf(e, "connection %s: the outcome of a refresh could not be stored", claim.connection());
        } finally {
            span.end();
        }
    }

    private void refresh(RefreshClaim claim) {
        Instant askedAt = clock.instant();
        TokenSystem system = systems.of(claim.platform(), claim.kind());
        RefreshOutcome outcome = ask(system, claim);
        if (settle.settle(claim, outcome, askedAt) == SettleRefresh.Settled.DISCONNECTED
                && outcome instanceof RefreshOutcome.Fresh(var issued)) {
            LOG.infof("connection %s was disconnected during its refresh: revoking", claim.connection());
            system.revoke(issued.tokens());
        }
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
