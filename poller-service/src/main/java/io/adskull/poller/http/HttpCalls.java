package io.adskull.poller.http;

import io.adskull.poller.PollSettings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// Sends one request, within one deadline for connecting, waiting and reading together. Redirects are answers
/// like any other: a token must not follow one to another host.
@Singleton
public class HttpCalls {
    /// Some platforms put a policy and several budgets into headers, and 8 KiB, as is usual, are not enough for them.
    private static final int MOST_BYTES_OF_HEADERS = 128 << 10;

    private static final int IDLE_CONNECTION_SECONDS = 30;
    private static final String TLS = "https";

    /// All exchanges live on one event loop: no lock between them, and no thread to be woken for another's answer.
    private final Context loop;

    private final HttpClient plain;
    private final HttpClient secure;
    private final Duration timeout;

    @Inject
    public HttpCalls(PollSettings settings, Vertx vertx) {
        this(vertx, settings.timeout(), settings.maxInFlight());
    }

    /// @param connections to one host, at most
    HttpCalls(Vertx vertx, Duration timeout, int connections) {
        this.timeout = timeout;
        this.loop = vertx.getOrCreateContext();
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(connections);
        this.plain = vertx.createHttpClient(options(timeout), pool);
        this.secure = vertx.createHttpClient(
                options(timeout)
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setInitialSettings(new Http2Settings().setMaxHeaderListSize(MOST_BYTES_OF_HEADERS)),
                pool);
    }

    private static HttpClientOptions options(Duration timeout) {
        return new HttpClientOptions()
                .setConnectTimeout((int) timeout.toMillis())
                .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                .setHttp2KeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                .setMaxHeaderSize(MOST_BYTES_OF_HEADERS)
                // The poller traces its probes itself, and what is none of a platform's business is not sent there.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /// As [#send], without a circuit breaker.
    public PlatformReply ask(HttpRequest request) {
        try {
            return send(request);
        } catch (NoAnswer e) {
            return e.reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PlatformReply.NotAsked();
        }
    }

    /// @throws NoAnswer when no whole answer came; its text names no address, because addresses can hold secrets
    PlatformReply.Answered send(HttpRequest request) throws NoAnswer, InterruptedException {
        long start = System.nanoTime();
        var exchange = new Exchange(TLS.equals(request.uri().getScheme()) ? secure : plain, request);
        loop.runOnContext(_ -> exchange.begin(loop.owner(), timeout));
        try {
            Exchange.Answer answer = exchange.answer().get();
            return new PlatformReply.Answered(
                    answer.status(), answer.headers(), answer.body(), answer.truncated(), since(start));
        } catch (ExecutionException e) {
            throw new NoAnswer(TransportFailure.of(e), since(start));
        } finally {
            if (!exchange.answer().isDone()) {
                exchange.answer().cancel(false);
                loop.runOnContext(_ -> exchange.abandon());
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @PreDestroy
    void close() {
        plain.close();
        secure.close();
    }
}
