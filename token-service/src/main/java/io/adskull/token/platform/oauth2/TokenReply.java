package io.adskull.token.platform.oauth2;

import io.adskull.diagnosis.Answer;

/// What a token endpoint said.
sealed interface TokenReply {

    record Issued(TokenAnswer answer) implements TokenReply {}

    record Failed(Answer answer) implements TokenReply {
        @Override
        public String toString() {
            return "Failed[" + answer.endpoint().orElse("") + "]";
        }
    }
}
