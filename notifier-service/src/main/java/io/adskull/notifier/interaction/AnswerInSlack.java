package io.adskull.notifier.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.notifier.channel.slack.SlackConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/// Tells one person something, by the address that came with what this person did. That address is
/// Slack's or it is left alone; no log line names it.
@ApplicationScoped
class AnswerInSlack {
    private static final Logger LOG = Logger.getLogger(AnswerInSlack.class);
    private static final URI SLACK = URI.create("https://hooks.slack.com");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AnswerInSlack(SlackConfig config) {
        this.api = config.apiUrl();
    }

    void to(URI address, String text) {
        if (!isOf(SLACK, address) && !isOf(api, address)) {
            LOG.warn("an answer is left out: where it was to go is not Slack's");
            return;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "AdSkull")
                    .POST(BodyPublishers.ofString(ephemeral(text)))
                    .build();
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() >= 300) {
                LOG.warnf("Slack did not take an answer: %d", answer.statusCode());
            }
        } catch (IOException e) {
            LOG.warnf("Slack did not take an answer: %s", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The same scheme, host and port, and no login in front of them.
    static boolean isOf(URI origin, URI address) {
        return Objects.equals(origin.getScheme(), address.getScheme())
                && Objects.equals(origin.getHost(), address.getHost())
                && origin.getPort() == address.getPort()
                && address.getRawUserInfo() == null
                && address.getHost() != null;
    }

    /// Only who pressed the button sees it, and the message stays as it is.
    private static String ephemeral(String text) {
        try {
            return JSON.writeValueAsString(
                    Map.of("response_type", "ephemeral", "replace_original", false, "text", text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text is always JSON", e);
        }
    }
}
