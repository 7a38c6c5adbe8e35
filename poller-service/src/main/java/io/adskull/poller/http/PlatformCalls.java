package io.adskull.poller.http;

import io.adskull.contract.account.Platform;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// Calls to platforms, with one circuit breaker for each of their hosts: one that gives no answers is left alone for a
/// while, then tried with one call. An answer that says "error" is an answer.
@Singleton
public class PlatformCalls {
    private static final Logger LOG = Logger.getLogger(PlatformCalls.class);
    private static final int CALLS_WATCHED = 20;
    private static final double SHARE_WITHOUT_ANSWER = 0.5;
    private static final int REST_SECONDS = 10;

    private final HttpCalls http;
    private final Map<Host, Guard> breakers = new ConcurrentHashMap<>();

    /// There are few: a platform's addresses are configuration, never taken from an answer.
    private record Host(Platform platform, String name) {}

    public PlatformCalls(HttpCalls http) {
        this.http = http;
    }

    /// Blocks until the answer is here or the time is up.
    public PlatformReply ask(Platform platform, HttpRequest request) {
        try {
            return breakers.computeIfAbsent(new Host(platform, request.uri().getHost()), PlatformCalls::breaker)
                    .call(() -> http.send(request), PlatformReply.Answered.class);
        } catch (NoAnswer e) {
            return e.reply();
        } catch (CircuitBreakerOpenException e) {
            return new PlatformReply.NotAsked();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PlatformReply.NotAsked();
        } catch (Exception e) {
            throw new IllegalStateException("call ended with " + e.getClass().getSimpleName(), e);
        }
    }

    private static Guard breaker(Host host) {
        return Guard.create()
                .withDescription(host.platform().id() + " " + host.name())
                .withCircuitBreaker()
                .requestVolumeThreshold(CALLS_WATCHED)
                .failureRatio(SHARE_WITHOUT_ANSWER)
                .delay(REST_SECONDS, ChronoUnit.SECONDS)
                .successThreshold(1)
                .failOn(NoAnswer.class)
                .onStateChange(state -> tell(host, state))
                .done()
                .build();
    }

    private static void tell(Host host, CircuitBreakerState state) {
        String platform = host.platform().displayName();
        switch (state) {
            case OPEN -> LOG.warnf("%s gives no answers, its probes wait %d s", platform, REST_SECONDS);
            case HALF_OPEN -> LOG.debugf("%s is tried again", platform);
            case CLOSED -> LOG.infof("%s answers again", platform);
        }
    }
}
