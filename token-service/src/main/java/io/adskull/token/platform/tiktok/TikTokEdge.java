package io.adskull.token.platform.tiktok;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/// The wire to TikTok. It is the JDK's client and not a traced one on purpose: TikTok wants the app secret in the
/// query of one call, and a traced client would put that address into a span.
@Singleton
class TikTokEdge {
    private static final long LARGEST_BODY = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /// Reads are repeated when TikTok is briefly away.
    @Retry(maxRetries = 2, delay = 300, jitter = 200, retryOn = TikTokUnavailable.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 10,
            delayUnit = ChronoUnit.SECONDS,
            failOn = TikTokUnavailable.class)
    Answer read(HttpRequest request) throws TikTokUnavailable {
        return send(request);
    }

    /// A token request is never repeated blindly: the code or refresh token in it may be used up although the
    /// answer was lost.
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 10,
            delayUnit = ChronoUnit.SECONDS,
            failOn = TikTokUnavailable.class)
    Answer write(HttpRequest request) throws TikTokUnavailable {
        return send(request);
    }

    private Answer send(HttpRequest request) throws TikTokUnavailable {
        try {
            HttpResponse<byte[]> response = client.send(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_BODY));
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
            Answer answer = new Answer(
                    Platform.TIKTOK,
                    Optional.of(request.uri().getPath()),
                    Optional.of(response.statusCode()),
                    Optional.empty(),
                    headers,
                    response.body());
            if (response.statusCode() >= 500) {
                throw new TikTokUnavailable(answer);
            }
            return answer;
        } catch (HttpTimeoutException e) {
            throw new TikTokUnavailable(TikTokApi.noAnswer(request.uri().getPath(), "timeout"));
        } catch (IOException e) {
            throw new TikTokUnavailable(TikTokApi.noAnswer(request.uri().getPath(), "connection failed"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TikTokUnavailable(TikTokApi.noAnswer(request.uri().getPath(), "interrupted"));
        }
    }
}
