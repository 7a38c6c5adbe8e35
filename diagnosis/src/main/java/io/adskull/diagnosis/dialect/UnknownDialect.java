package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import java.util.Optional;

/// Reads answers of a platform that nobody here knows. It never calls one healthy, and hears no more in it than
/// HTTP and OAuth 2 (RFC 6749) say alike everywhere.
public final class UnknownDialect implements Dialect {

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        Content content = Content.of(answer);
        if (content instanceof Content.Json json && answer.transportError().isEmpty()) {
            Optional<String> error = text(json.root(), "error");
            Optional<String> words = text(json.root(), "error_description").or(() -> text(json.root(), "message"));
            return PlatformError.of(answer, error.isPresent() ? "oauth" : "text")
                    .whole(json.whole())
                    .code(error)
                    .message(words)
                    .failed();
        }
        Reading reading = Prose.read(answer, content);
        return reading instanceof Reading.Healthy
                ? PlatformError.of(answer, "empty").foreign(true).failed()
                : reading;
    }

    @Override
    public int resemblance(Sample sample) {
        return 0;
    }

    private static Optional<String> text(JsonNode root, String field) {
        JsonNode value = root.path(field);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }
}
