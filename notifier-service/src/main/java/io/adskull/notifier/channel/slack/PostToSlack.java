package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/// Posts to an incoming webhook. Its address is a secret: no log line and no reason names it.
@ApplicationScoped
public class PostToSlack {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int MOST_WORDS = 512;

    private final MakeLinks links;
    private final Clock clock;
    /// Redirects are not followed: a webhook that moved is a webhook that somebody must look at.
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public PostToSlack(MakeLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    public Outcome post(Alert alert, SlackWebhook webhook) {
        return post(SlackMessages.of(alert, links.of(alert)), webhook);
    }

    public Outcome post(Notice notice, SlackWebhook webhook) {
        return post(SlackNotices.of(notice), webhook);
    }

    private Outcome post(SlackMessage message, SlackWebhook webhook) {
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "AdSkull")
                .POST(BodyPublishers.ofString(message.posted()))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            return SlackAnswer.read(
                    answer.statusCode(), words(answer), answer.headers().firstValue("Retry-After"), clock.instant());
        } catch (HttpTimeoutException e) {
            return Outcome.Retry.because("Slack did not answer within " + ANSWER.toSeconds() + " seconds");
        } catch (IOException e) {
            return Outcome.Retry.because(
                    "Slack cannot be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.Retry.because("stopped while waiting for Slack");
        }
    }

    /// The status has already decided; a body that never ends or breaks off must not undo it.
    private static String words(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
