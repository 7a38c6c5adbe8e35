package io.adskull.poller.http;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.platform.AdPlatform;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// Calls to platforms, with one circuit breaker each: a platform that gives no answers is left alone for a while,
/// then tried with one call. An answer that says "error" is an answer.
@ApplicationScoped
public class PlatformCalls {
    private static final Logger LOG = Logger.getLogger(PlatformCalls.class);
    private static final int CALLS_WATCHED = 20;
    private static final double SHARE_WITHOUT_ANSWER = 0.5;
    private static final int REST_SECONDS = 10;

    private final HttpCalls http;
    private final Map<Platform, Guard> breakers = new ConcurrentHashMap<>();

    public PlatformCalls(HttpCalls http) {
        this.http = http;
    }

    /// Blocks until the answer is here or the time is up.
    public PlatformReply ask(AdPlatform platform, PlatformRequest wanted, AccessToken token) {
        HttpRequest request = request(platform, wanted, token);
        try {
            return breakers.computeIfAbsent(platform.platform(), PlatformCalls::breaker)
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

    private static HttpRequest request(AdPlatform platform, PlatformRequest wanted, AccessToken token) {
        URI address = wanted.at(platform.baseUrl());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                // Over plain HTTP the client would ask for an upgrade, which not every test server understands.
                .version("https".equals(address.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Accept", "application/json")
                .header("User-Agent", "AdSkull");
        platform.authorisation(token).forEach(request::header);
        wanted.body()
                .ifPresentOrElse(
                        body -> request.header("Content-Type", "application/json")
                                .method(wanted.method(), BodyPublishers.ofString(body)),
                        () -> request.method(wanted.method(), BodyPublishers.noBody()));
        return request.build();
    }

    private static Guard breaker(Platform platform) {
        return Guard.create()
                .withDescription(platform.id())
                .withCircuitBreaker()
                .requestVolumeThreshold(CALLS_WATCHED)
                .failureRatio(SHARE_WITHOUT_ANSWER)
                .delay(REST_SECONDS, ChronoUnit.SECONDS)
                .successThreshold(1)
                .failOn(NoAnswer.class)
                .onStateChange(state -> tell(platform, state))
                .done()
                .build();
    }

    private static void tell(Platform platform, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("%s gives no answers, its probes wait %d s", platform.displayName(), REST_SECONDS);
            case HALF_OPEN -> LOG.debugf("%s is tried again", platform.displayName());
            case CLOSED -> LOG.infof("%s answers again", platform.displayName());
        }
    }
}
