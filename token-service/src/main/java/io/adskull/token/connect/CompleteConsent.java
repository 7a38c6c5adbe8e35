package io.adskull.token.connect;

import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.vault.Secret;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// From the browser's return to a stored connection, or to nothing at all: whatever fails on the way leaves no
/// half-made connection and does not touch one that was there.
@ApplicationScoped
class CompleteConsent {
    private static final Logger LOG = Logger.getLogger(CompleteConsent.class);

    private final ConsentAttempts attempts;
    private final TokenSystems systems;
    private final StoreGrant store;
    private final RedirectAddress redirect;
    private final Clock clock;
    private final Tracer tracer;

    CompleteConsent(
            ConsentAttempts attempts,
            TokenSystems systems,
            StoreGrant store,
            RedirectAddress redirect,
            Clock clock,
            Tracer tracer) {
        this.attempts = attempts;
        this.systems = systems;
        this.store = store;
        this.redirect = redirect;
        this.clock = clock;
        this.tracer = tracer;
    }

    /// The request's own span is not recorded, because its address holds the code; this one goes on in its place.
    ConsentResult complete(Callback callback) {
        Span span = tracer.spanBuilder("complete consent").setNoParent().startSpan();
        try (var scope = span.makeCurrent()) {
            var answer = new ConsentAnswer(callback.parameters(), redirect.of(callback.platform()), Optional.empty());
            return switch (attempts.claim(callback.platform(), answer.parameter("state"), callback.browser())) {
                case ConsentAttempts.Claim.Rejected(StateCheck check) -> {
                    LOG.warnf(
                            "a callback of %s was turned away: state is %s",
                            callback.platform().id(), check);
                    yield new ConsentResult.StateRejected(check);
                }
                case ConsentAttempts.Claim.Accepted(String tenant, String kind, Optional<Secret> kept) ->
                    answered(answer.with(kept), systems.of(callback.platform(), kind), tenant);
            };
        } finally {
            span.end();
        }
    }

    private ConsentResult answered(ConsentAnswer answer, TokenSystem system, String tenant) {
        Instant askedAt = clock.instant();
        return switch (system.exchange(answer)) {
            case ExchangeOutcome.Cancelled c -> {
                LOG.infof(
                        "tenant %s pressed Cancel at %s",
                        tenant, system.platform().id());
                yield new ConsentResult.Cancelled(system.kind());
            }
            case ExchangeOutcome.Granted(var grant) ->
                new ConsentResult.Connected(store.store(tenant, system, grant, askedAt));
            case ExchangeOutcome.NothingGranted(String businessName) -> {
                LOG.infof(
                        "tenant %s granted no ad account at %s",
                        tenant, system.platform().id());
                yield new ConsentResult.NothingGranted(system.kind(), businessName);
            }
            case ExchangeOutcome.Refused(String reason) -> refused(system, tenant, reason);
        };
    }

    private static ConsentResult refused(TokenSystem system, String tenant, String reason) {
        String printable = reason.replaceAll("\\p{Cntrl}", " ");
        LOG.warnf(
                "tenant %s was not connected, %s refused: %s",
                tenant, system.platform().id(), printable);
        return new ConsentResult.Refused(system.kind(), printable);
    }
}
