package io.adskull.token.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.RefreshOutcome;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Whether a failed answer means that the grant is dead. In doubt it lives: asking a person for a new consent is the
/// dearer mistake.
@Singleton
class TikTokRefusals {
    private static final Set<Integer> DEAD = Set.of(40103, 40105, 40107);

    private final ObjectMapper json;

    TikTokRefusals(ObjectMapper json) {
        this.json = json;
    }

    RefreshOutcome ofRefresh(Answer answer) {
        return dead(answer)
                ? new RefreshOutcome.Dead(words(answer))
                : new RefreshOutcome.Transient(words(answer), Optional.empty());
    }

    boolean dead(Answer answer) {
        return DEAD.contains(envelope(answer).path("code").asInt());
    }

    /// The failure in one line without a secret: TikTok's code and message, or what happened to the wire.
    String words(Answer answer) {
        return answer.transportError().orElseGet(() -> {
            JsonNode envelope = envelope(answer);
            return envelope.hasNonNull("code")
                    ? envelope.path("code").asText() + " "
                            + cut(envelope.path("message").asText())
                    : "HTTP " + answer.httpStatus().orElse(0) + " without TikTok's envelope";
        });
    }

    private JsonNode envelope(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private static String cut(String message) {
        return message.length() > 300 ? message.substring(0, 300) : message;
    }
}
