package io.adskull.poller.http;

import io.adskull.contract.response.ApiResponse;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/// One request and its answer, whose body is taken up to a cap: what lies beyond never enters memory. Lives on an event
/// loop; only [#answer] is for other threads.
final class Exchange {
    private static final int CAP = ApiResponse.MAX_BODY_BYTES;

    /// @param headers those worth keeping, names in lower case
    record Answer(int status, Map<String, String> headers, byte[] body, boolean truncated) {}

    private final HttpClient client;
    private final HttpRequest request;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    private Optional<HttpClientRequest> sent = Optional.empty();
    private boolean triedAgain;

    Exchange(HttpClient client, HttpRequest request) {
        this.client = client;
        this.request = request;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /// The loop watches the clock: a virtual thread that waits for a time wakes two others at each call.
    void begin(Vertx vertx, Duration timeout) {
        long deadline = vertx.setTimer(timeout.toMillis(), _ -> expire());
        CompletableFuture<Answer> _ = answer.whenComplete((_, _) -> vertx.cancelTimer(deadline));
        ask();
    }

    private void expire() {
        if (answer.completeExceptionally(new TimeoutException())) {
            abandon();
        }
    }

    private void ask() {
        if (!answer.isDone()) {
            client.request(options()).onSuccess(this::send).onFailure(answer::completeExceptionally);
        }
    }

    /// Nobody waits any longer.
    void abandon() {
        sent.ifPresent(HttpClientRequest::reset);
    }

    private void send(HttpClientRequest connected) {
        sent = Optional.of(connected);
        if (answer.isDone()) {
            abandon();
            return;
        }
        request.bodyPublisher()
                .filter(publisher -> publisher.contentLength() != 0)
                .map(publisher -> connected.send(Buffer.buffer(SentBody.of(publisher))))
                .orElseGet(connected::send)
                .onSuccess(this::receive)
                .onFailure(this::unanswered);
    }

    /// What was left on a connection that is used again hits the wrong call: the server may close it that
    /// moment, or may have sent more than it had announced. What reads only may be asked twice.
    private void unanswered(Throwable failure) {
        if (!triedAgain && request.method().equals("GET")) {
            triedAgain = true;
            ask();
        } else {
            answer.completeExceptionally(failure);
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(answer::completeExceptionally);
        response.handler(part -> take(response, part));
        response.endHandler(_ -> complete(response, false));
    }

    private void take(HttpClientResponse response, Buffer part) {
        if (answer.isDone()) {
            return;
        }
        int room = CAP - body.size();
        body.writeBytes(part.length() > room ? part.getBytes(0, room) : part.getBytes());
        if (part.length() > room) {
            complete(response, true);
            abandon();
        }
    }

    private void complete(HttpClientResponse response, boolean truncated) {
        answer.complete(new Answer(response.statusCode(), kept(response.headers()), body.toByteArray(), truncated));
    }

    private RequestOptions options() {
        URI address = request.uri();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        MultiMap headers = HttpHeaders.headers();
        request.headers().map().forEach(headers::add);
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(address.getHost())
                .setPort(port(address))
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                .setFollowRedirects(false)
                .setHeaders(headers);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static Map<String, String> kept(MultiMap headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (ApiResponse.keepsHeader(lower)) {
                kept.merge(lower, value, (first, next) -> first + ", " + next);
            }
        });
        return kept;
    }
}
