package io.adskull.poller.http;

import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.PollSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends one request, within one deadline for connecting, waiting and reading together. Redirects are answers
/// like any other: a token must not follow one to another host.
@ApplicationScoped
public class HttpCalls {
    private final HttpClient client;
    private final Duration timeout;

    @Inject
    public HttpCalls(PollSettings settings) {
        this(settings.timeout());
    }

    HttpCalls(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
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
        CompletableFuture<HttpResponse<CappedBody.Received>> exchange =
                client.sendAsync(request, _ -> new CappedBody(ApiResponse.MAX_BODY_BYTES));
        try {
            HttpResponse<CappedBody.Received> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new PlatformReply.Answered(
                    response.statusCode(),
                    kept(response.headers()),
                    response.body().bytes(),
                    response.body().truncated(),
                    since(start));
        } catch (TimeoutException e) {
            throw new NoAnswer(TransportFailure.TIMEOUT, since(start));
        } catch (ExecutionException e) {
            throw new NoAnswer(TransportFailure.of(e), since(start));
        } finally {
            exchange.cancel(true);
        }
    }

    private static Map<String, String> kept(HttpHeaders headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            if (ApiResponse.keepsHeader(name)) {
                kept.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values));
            }
        });
        return kept;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
