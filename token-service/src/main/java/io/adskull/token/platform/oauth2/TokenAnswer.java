package io.adskull.token.platform.oauth2;

import io.quarkus.oidc.client.Tokens;
import java.util.Optional;

/// A token endpoint's answer that holds an access token.
public final class TokenAnswer {
    private final Tokens tokens;

    TokenAnswer(Tokens tokens) {
        this.tokens = tokens;
    }

    /// The field as text; empty when it is not there, null or blank.
    public Optional<String> text(String field) {
        return Optional.ofNullable(tokens.get(field)).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "TokenAnswer[redacted]";
    }
}
