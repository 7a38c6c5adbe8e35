package io.adskull.token.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.diagnosis.Answer;
import java.io.IOException;

/// What TikTok said: its envelope counts, not the HTTP status, which is 200 for most errors.
sealed interface TikTokReply {

    record Done(JsonNode data) implements TikTokReply {
        /// Data holds tokens.
        @Override
        public String toString() {
            return "Done[redacted]";
        }
    }

    record Failed(Answer answer) implements TikTokReply {
        @Override
        public String toString() {
            return "Failed[" + answer.endpoint().orElse("") + "]";
        }
    }

    static TikTokReply of(Answer answer, ObjectMapper json) {
        try {
            JsonNode envelope = json.readTree(answer.body());
            JsonNode code = envelope.path("code");
            return code.isIntegralNumber() && code.asLong() == 0 ? new Done(envelope.path("data")) : new Failed(answer);
        } catch (IOException e) {
            return new Failed(answer);
        }
    }
}
