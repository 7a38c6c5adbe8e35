package io.adskull.token.platform.http;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The wire to a platform's API. Whatever happens on the way is an [Answer]. It is the JDK's client and not a traced
/// one on purpose: some platforms want a secret in the query, and a traced client would put that address into a span.
@Singleton
public class PlatformHttp {
    private static final long LARGEST_BODY = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Guard again = Guard.create()
            .withRetry()
            .maxRetries(2)
            .delay(300, java.time.temporal.ChronoUnit.MILLIS)
            .jitter(200, java.time.temporal.ChronoUnit.MILLIS)
            .retryOn(PlatformGuards.Unavailable.class)
            .done()
            .build();
    private final PlatformGuards guards;
    private final Duration patience;

    PlatformHttp(PlatformGuards guards, PlatformSettings settings) {
        this.guards = guards;
        this.patience = settings.patience();
    }

    /// Repeated when the platform is briefly away.
    public Answer read(Platform platform, HttpRequest request) {
        try {
            return again.call(() -> PlatformGuards.working(write(platform, request)), Answer.class);
        } catch (PlatformGuards.Unavailable e) {
            return e.answer();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a call cannot fail in another way", e);
        }
    }

    /// Never repeated: a code or refresh token in it may be used up although the answer was lost.
    public Answer write(Platform platform, HttpRequest request) {
        return guards.call(platform, request.uri().getPath(), () -> send(platform, request));
    }

    private Answer send(Platform platform, HttpRequest request) {
        String path = request.uri().getPath();
        try {
            HttpRequest patient = HttpRequest.newBuilder(request, (name, value) -> true)
                    .timeout(patience)
                    .build();
            HttpResponse<byte[]> response = client.send(
                    patient, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_BODY));
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
            return new Answer(
                    platform,
                    Optional.of(path),
                    Optional.of(response.statusCode()),
                    Optional.empty(),
                    headers,
                    response.body());
        } catch (HttpTimeoutException e) {
            return PlatformGuards.noAnswer(platform, path, "timeout");
        } catch (IOException e) {
            return PlatformGuards.noAnswer(platform, path, "connection failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PlatformGuards.noAnswer(platform, path, "interrupted");
        }
    }
}
