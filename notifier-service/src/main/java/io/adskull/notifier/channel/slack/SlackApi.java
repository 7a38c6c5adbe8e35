package io.adskull.notifier.channel.slack;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Calls Slack's Web API. No log line and no reason names the token.
@ApplicationScoped
class SlackApi {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// Slack says what matters before it repeats the message.
    private static final int MOST_READ = 256 * 1024;

    private static final int PIECE = 8192;

    private final String base;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SlackApi(SlackConfig config, Clock clock) {
        this.base = config.apiUrl().toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    /// @param method such as `chat.postMessage`
    ApiAnswer call(String method, String token, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + method))
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + token)
                .header("User-Agent", "AdSkull")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            return ApiAnswer.read(
                    answer.statusCode(), body(answer), answer.headers().firstValue("Retry-After"), clock.instant());
        } catch (HttpTimeoutException e) {
            return notNow("Slack did not answer within " + ANSWER.toSeconds() + " seconds");
        } catch (IOException e) {
            return notNow("Slack cannot be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notNow("stopped while waiting for Slack");
        }
    }

    private static ApiAnswer notNow(String why) {
        return new ApiAnswer.Refused(SlackRefusal.PASSING, why, Optional.empty());
    }

    /// As much as came before it broke off.
    private static String body(HttpResponse<InputStream> answer) {
        var read = new ByteArrayOutputStream();
        try (InputStream body = answer.body()) {
            byte[] piece = new byte[PIECE];
            int length = body.read(piece);
            while (length >= 0 && read.size() < MOST_READ) {
                read.write(piece, 0, length);
                length = body.read(piece);
            }
        } catch (IOException e) {
            return read.toString(StandardCharsets.UTF_8);
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
