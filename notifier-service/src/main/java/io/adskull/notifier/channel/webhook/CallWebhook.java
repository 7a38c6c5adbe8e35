package io.adskull.notifier.channel.webhook;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.Webhook;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends an event to a receiver's address. The connection goes to the very address that was found to be allowed;
/// a redirect is an answer like any other. No reason names the address, which may hold a secret.
@ApplicationScoped
public class CallWebhook {
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5000;
    private static final int MOST_WORDS = 512;
    private static final String TLS = "https";

    private final MakeLinks links;
    private final Clock clock;
    private final AllowedAddresses allowed;
    private final HttpClient http;

    public CallWebhook(MakeLinks links, WebhookConfig config, Vertx vertx, Clock clock) {
        this.links = links;
        this.clock = clock;
        this.allowed = new AllowedAddresses(config.allowedNetworks().orElse(List.of()));
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                // Each event is a call of its own: what was left on a used connection must not decide about it.
                .setKeepAlive(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /// @param id the same for every attempt, by which the receiver knows a repeat
    public Outcome call(String id, Alert alert, Webhook webhook) {
        return call(id, WebhookEvents.of(alert, links.of(alert)), webhook);
    }

    public Outcome call(Notice notice, Webhook webhook) {
        return call(notice.id().toString(), WebhookEvents.of(notice), webhook);
    }

    private Outcome call(String id, String body, Webhook webhook) {
        Optional<InetAddress> address;
        try {
            address = allowed.of(webhook.url().getHost());
        } catch (UnknownHostException e) {
            return Outcome.Retry.because("the receiver's name is not known to DNS");
        }
        if (address.isEmpty()) {
            return Outcome.Retry.because("the receiver's address is private; allow its network with"
                    + " adskull.alerts.webhooks.allowed-networks if that is meant");
        }
        return send(id, body, webhook, address.get());
    }

    private Outcome send(String id, String body, Webhook webhook, InetAddress address) {
        Instant now = clock.instant();
        var answer = new CompletableFuture<WebhookAnswer>();
        http.request(options(webhook.url(), address)
                        .putHeader("content-type", "application/json")
                        .putHeader("user-agent", "AdSkull")
                        .putHeader("webhook-id", id)
                        .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                        .putHeader("webhook-signature", webhook.secret().sign(id, now, body)))
                .onFailure(answer::completeExceptionally)
                .onSuccess(request -> {
                    // Nobody waits any longer: neither for the rest of the body nor for an answer at all.
                    var unused = answer.whenComplete((known, failure) -> request.reset());
                    write(request, body, answer);
                });
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).outcome(clock.instant());
        } catch (TimeoutException e) {
            answer.cancel(false);
            return Outcome.Retry.because("the receiver did not answer within " + ANSWER.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return Outcome.Retry.because("the receiver cannot be reached ("
                    + Objects.requireNonNull(e.getCause()).getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            return Outcome.Retry.because("stopped while waiting for the receiver");
        }
    }

    private static void write(HttpClientRequest request, String body, CompletableFuture<WebhookAnswer> answer) {
        request.send(Buffer.buffer(body))
                .onFailure(answer::completeExceptionally)
                .onSuccess(response -> read(response, answer));
    }

    /// The status has already decided; a body that never ends or breaks off must not undo it.
    private static void read(HttpClientResponse response, CompletableFuture<WebhookAnswer> answer) {
        Buffer words = Buffer.buffer();
        Runnable complete = () -> answer.complete(new WebhookAnswer(
                response.statusCode(),
                words.toString(StandardCharsets.UTF_8),
                Optional.ofNullable(response.getHeader("retry-after"))));
        response.exceptionHandler(failure -> complete.run());
        if (response.statusCode() < 300) {
            complete.run();
            return;
        }
        response.endHandler(end -> complete.run());
        response.handler(part -> {
            words.appendBuffer(part, 0, Math.min(part.length(), MOST_WORDS - words.length()));
            if (words.length() >= MOST_WORDS) {
                complete.run();
            }
        });
    }

    private static RequestOptions options(URI url, InetAddress address) {
        boolean tls = TLS.equals(url.getScheme());
        int usual = tls ? 443 : 80;
        int port = url.getPort() < 0 ? usual : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false);
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
