package io.adskull.token.connect;

import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.vault.Secret;
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
    private final SettleGrant settle;
    private final RedirectAddress redirect;
    private final Clock clock;
    private final Tracer tracer;

    CompleteConsent(
            ConsentAttempts attempts,
            TokenSystems systems,
            SettleGrant settle,
            RedirectAddress redirect,
            Clock clock,
            Tracer tracer) {
        this.attempts = attempts;
        this.systems = systems;
        this.settle = settle;
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
                    yield new ConsentResult.StateRejected(Optional.of(callback.platform()), check);
                }
                case ConsentAttempts.Claim.Accepted(Purpose purpose, Optional<Secret> kept) ->
                    answered(answer.with(kept), purpose);
            };
        } finally {
            span.end();
        }
    }

    private ConsentResult answered(ConsentAnswer answer, Purpose purpose) {
        TokenSystem system = systems.of(purpose.platform(), purpose.kind());
        Instant askedAt = clock.instant();
        return switch (system.exchange(answer)) {
            case ExchangeOutcome.Cancelled c -> {
                LOG.infof(
                        "tenant %s pressed Cancel at %s",
                        purpose.tenant(), purpose.platform().id());
                yield new ConsentResult.Cancelled(purpose);
            }
            case ExchangeOutcome.Granted(var grant) -> settle.settle(purpose, new HeldGrant(grant, askedAt));
            case ExchangeOutcome.NothingGranted(String businessName) -> {
                LOG.infof(
                        "tenant %s granted no ad account at %s",
                        purpose.tenant(), purpose.platform().id());
                yield new ConsentResult.NothingGranted(purpose, businessName);
            }
            case ExchangeOutcome.Refused(String reason) -> refused(purpose, reason);
        };
    }

    private static ConsentResult refused(Purpose purpose, String reason) {
        String printable = reason.replaceAll("\\p{Cntrl}", " ");
        LOG.warnf(
                "tenant %s was not connected, %s refused: %s",
                purpose.tenant(), purpose.platform().id(), printable);
        return new ConsentResult.Refused(purpose, printable);
    }
}
