package io.adskull.poller.probe;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.access.TokenAnswer;
import io.adskull.poller.access.Tokens;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformCalls;
import io.adskull.poller.http.PlatformReply;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.publish.AnswerPublisher;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// One probe: get the token, ask the platform, publish what came. Here starts the trace that an incident
/// is followed by. A singleton, as all that every probe passes: the proxies of a wider scope would look
/// themselves up a dozen times a probe.
@Singleton
public class AskPlatform {
    /// As `ce_source` of what probes were answered.
    public static final String SOURCE = "/poller-service";

    /// Less than between any two calls that a platform's limit keeps apart.
    private static final Duration HELD = Duration.ofMillis(200);

    private static final int VERSION_7 = 7 << 12;
    private static final long VARIANT = 1L << 63;

    /// What a caller learns while its probe is under way; nothing when no call was made.
    public interface Listener {
        /// The platform has answered, or it is clear that it will not.
        void answered(ApiResponse answer, AccessToken token);

        /// The answer has a place on its way to Kafka, so that another call may be made in place of this one.
        void hungUp();
    }

    private final Tokens tokens;
    private final PlatformCalls calls;
    private final AnswerPublisher publisher;
    private final InstantSource clock;
    private final Tracer tracer;

    public AskPlatform(
            Tokens tokens, PlatformCalls calls, AnswerPublisher publisher, InstantSource clock, Tracer tracer) {
        this.tokens = tokens;
        this.calls = calls;
        this.publisher = publisher;
        this.clock = clock;
        this.tracer = tracer;
    }

    /// Blocks until the answer is on Kafka, or it is clear that there will be none.
    ///
    /// @param attempt travels with the answer; 1 for a probe's first call
    /// @param listener hears the answer before it is on Kafka
    public ProbeResult ask(AdPlatform platform, WatchedAccount account, Probe probe, int attempt, Listener listener) {
        Span span = tracer.spanBuilder("probe " + account.account().platform().id() + " " + probe.resource())
                .setNoParent()
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("adskull.account", account.account().toString())
                .setAttribute("adskull.tenant", account.tenant())
                .setAttribute("url.path", probe.path())
                .startSpan();
        Instant before = clock.instant();
        try (Scope _ = span.makeCurrent()) {
            return switch (tokens.of(account.connection())) {
                case TokenAnswer.Dead _ -> new ProbeResult.NoToken(true);
                case TokenAnswer.Unavailable _ -> new ProbeResult.NoToken(false);
                case TokenAnswer.Granted(AccessToken token)
                when before.plus(HELD).isBefore(clock.instant()) && tokens.keeps(token) -> new ProbeResult.Held();
                case TokenAnswer.Granted granted -> ask(platform, account, probe, attempt, granted.token(), listener);
            };
        } finally {
            span.end();
        }
    }

    private ProbeResult ask(
            AdPlatform platform,
            WatchedAccount account,
            Probe probe,
            int attempt,
            AccessToken token,
            Listener listener) {
        PlatformRequest request = probe.request(Placeholders.of(account.account(), clock.instant()));
        return switch (calls.ask(
                platform.platform(), platform.call(request, account, token).build())) {
            case PlatformReply.Answered answered -> {
                Span.current().setAttribute("http.response.status_code", answered.status());
                yield publish(
                        new ApiResponse(
                                envelope(account),
                                Optional.of(account.connection()),
                                request.method(),
                                request.path(),
                                Optional.of(probe.resource()),
                                Optional.of(answered.status()),
                                Optional.empty(),
                                answered.headers(),
                                answered.truncated(),
                                attempt,
                                answered.took(),
                                answered.body()),
                        token,
                        listener);
            }
            case PlatformReply.Unanswered unanswered -> {
                Span.current().setAttribute("error.type", unanswered.why().id());
                yield publish(
                        unanswered(
                                account,
                                probe,
                                request,
                                attempt,
                                unanswered.why().id(),
                                unanswered.took()),
                        token,
                        listener);
            }
            case PlatformReply.NotAsked _ -> new ProbeResult.NotAsked();
        };
    }

    private ProbeResult publish(ApiResponse answer, AccessToken token, Listener listener) {
        listener.answered(answer, token);
        return publisher.publish(answer, listener::hungUp)
                ? new ProbeResult.Published(answer, token)
                : new ProbeResult.NotPublished();
    }

    private ApiResponse unanswered(
            WatchedAccount account,
            Probe probe,
            PlatformRequest request,
            int attempt,
            String transportError,
            Duration took) {
        return new ApiResponse(
                envelope(account),
                Optional.of(account.connection()),
                request.method(),
                request.path(),
                Optional.of(probe.resource()),
                Optional.empty(),
                Optional.of(transportError),
                Map.of(),
                false,
                attempt,
                took,
                new byte[0]);
    }

    private CloudEvent envelope(WatchedAccount account) {
        Instant now = clock.instant();
        return new CloudEvent(
                id(now).toString(),
                ApiResponse.EVENT_TYPE,
                SOURCE,
                account.account().toString(),
                now,
                account.tenant());
    }

    /// By time and chance (version 7 of RFC 9562): it must be unlike any other, and may be guessed, so
    /// it is not worth random bytes that are secure.
    private static UUID id(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                at.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12), random.nextLong() >>> 2 | VARIANT);
    }
}
