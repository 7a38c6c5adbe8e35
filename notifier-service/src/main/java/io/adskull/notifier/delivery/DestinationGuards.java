package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Outcome;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/// A time limit and a circuit breaker for each destination, so that one that fails again and again is asked only
/// now and then.
@ApplicationScoped
class DestinationGuards {
    private static final Logger LOG = Logger.getLogger(DestinationGuards.class);
    /// No attempt lasts longer.
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int WINDOW = 10;
    private static final double TOO_MANY = 0.8;

    /// As many as destinations are configured.
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    Outcome within(Destination to, Supplier<Outcome> attempt) {
        try {
            return guards.computeIfAbsent(to.name(), name -> guard()).call(() -> failing(attempt.get()), Outcome.class);
        } catch (Failed failed) {
            return failed.retry;
        } catch (CircuitBreakerOpenException e) {
            return new Outcome.Retry(Optional.of(REST), to + " failed again and again and is left alone for a while");
        } catch (TimeoutException e) {
            return Outcome.Retry.because(to + " took longer than " + LIMIT.toSeconds() + " seconds");
        } catch (Exception e) {
            LOG.errorf(e, "sending to %s failed unexpectedly", to);
            return Outcome.Retry.because("sending failed with " + e.getClass().getSimpleName());
        }
    }

    /// A receiver that says when to come back works; only the others count as failing.
    private static Outcome failing(Outcome outcome) throws Failed {
        if (outcome instanceof Outcome.Retry retry && retry.after().isEmpty()) {
            throw new Failed(retry);
        }
        return outcome;
    }

    private static Guard guard() {
        return Guard.create()
                .withTimeout()
                .duration(LIMIT.toSeconds(), ChronoUnit.SECONDS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(TOO_MANY)
                .delay(REST.toSeconds(), ChronoUnit.SECONDS)
                .done()
                .build();
    }

    private static final class Failed extends Exception {
        private final transient Outcome.Retry retry;

        Failed(Outcome.Retry retry) {
            super(retry.why(), null, false, false);
            this.retry = retry;
        }
    }
}
