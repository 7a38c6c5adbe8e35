package io.adskull.notifier.interaction;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.remediation.IncidentId;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A press of a button as Slack tells of it.
public record Press(String action, String value, String channel, String answerTo) {

    public static Press of(String action, IncidentId incident, String channel, String answerTo) {
        return new Press(action, incident.toString(), channel, answerTo);
    }

    public String form() {
        Map<String, Object> payload = Map.of(
                "type", "block_actions",
                "user", Map.of("id", "U0ANN", "username", "ann"),
                "container", Map.of("type", "message", "message_ts", "1503435956.000247"),
                "channel", Map.of("id", channel, "name", "ads-alerts"),
                "response_url", answerTo,
                // Slack repeats the whole message.
                "message", Map.of("type", "message", "text", "x".repeat(100 * 1024)),
                "actions", List.of(Map.of("action_id", action, "type", "button", "value", value)));
        try {
            return "payload="
                    + URLEncoder.encode(new ObjectMapper().writeValueAsString(payload), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends it with Slack's signature of this time.
    public ValidatableResponse signed(String secret, Instant at) {
        String body = form();
        String timestamp = Long.toString(at.getEpochSecond());
        return send(body, timestamp, new SlackSignature(secret).sign(timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    public static ValidatableResponse send(String body, String timestamp, String signature) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .body(body)
                .post("/slack/actions")
                .then();
    }
}
