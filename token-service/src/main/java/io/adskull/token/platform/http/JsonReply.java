package io.adskull.token.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;

/// What a platform's API said.
public sealed interface JsonReply {

    record Done(JsonNode body) implements JsonReply {
        /// The body may hold tokens.
        @Override
        public String toString() {
            return "Done[redacted]";
        }
    }

    record Failed(Answer answer) implements JsonReply {
        @Override
        public String toString() {
            return "Failed[" + answer.endpoint().orElse("") + "]";
        }
    }
}
