package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/// Posts to an incoming webhook. Its address is a secret: no log line and no reason names it.
@ApplicationScoped
public class PostToSlack {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    /// Few messages are on their way at once, see the outbox' lanes; all have the same host.
    private static final int CONNECTIONS = 1_024;

    private static final int MOST_WORDS = 512;

    private final MakeLinks links;
    private final Clock clock;
    /// One that blocks its virtual thread: a client that hands messages on between threads was a fifth of this
    /// service's work in a burst (benchmarks/results/2026-11-30-alerts.md).
    /// Redirects are not followed: a webhook that moved is a webhook that somebody must look at. Nothing is tried
    /// again here, that is the outbox' business.
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(ANSWER)
                            .build())
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(
                    RequestConfig.custom().setResponseTimeout(ANSWER).build())
            .setProxySelector(ProxySelector.getDefault())
            .setUserAgent("AdSkull")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
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
        var request = new HttpPost(webhook.url());
        request.setEntity(new StringEntity(message.posted(), ContentType.APPLICATION_JSON));
        ClassicHttpResponse answer;
        try {
            answer = http.executeOpen(null, request, null);
        } catch (SocketTimeoutException e) {
            return Outcome.Retry.because("Slack did not answer within " + ANSWER.toSeconds() + " seconds");
        } catch (IOException e) {
            return Outcome.Retry.because(
                    "Slack cannot be reached (" + e.getClass().getSimpleName() + ")");
        }
        try {
            return SlackAnswer.read(
                    answer.getCode(),
                    words(answer, request),
                    Optional.ofNullable(answer.getFirstHeader("Retry-After")).map(NameValuePair::getValue),
                    clock.instant());
        } finally {
            Closer.closeQuietly(answer);
        }
    }

    /// The status has already decided; a body that never ends or breaks off must not undo it, nor is it read to its
    /// end.
    private static String words(ClassicHttpResponse answer, HttpPost request) {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return "";
        }
        try {
            byte[] read = entity.getContent().readNBytes(MOST_WORDS + 1);
            if (read.length > MOST_WORDS) {
                request.cancel();
            }
            return new String(read, 0, Math.min(read.length, MOST_WORDS), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
