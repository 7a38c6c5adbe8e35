package io.adskull.token.platform.x;

import io.adskull.diagnosis.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// OAuth 1.0a answers with a form.
record FormAnswer(Map<String, String> fields) {
    private static final FormAnswer EMPTY = new FormAnswer(Map.of());

    boolean has(String... names) {
        return fields.keySet().containsAll(Arrays.asList(names));
    }

    /// Blank when it is not there.
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Tokens may be in it.
    @Override
    public String toString() {
        return "FormAnswer[redacted]";
    }

    /// Without fields when the answer is something else.
    static FormAnswer read(Answer answer) {
        if (!answer.httpStatus().equals(Optional.of(200))) {
            return EMPTY;
        }
        try {
            return new FormAnswer(Arrays.stream(new String(answer.body(), StandardCharsets.UTF_8)
                            .strip()
                            .split("&"))
                    .map(field -> field.split("=", 2))
                    .filter(field -> field.length == 2 && !field[1].isBlank())
                    .collect(Collectors.toMap(
                            field -> field[0],
                            field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                            (first, again) -> first)));
        } catch (IllegalArgumentException e) {
            return EMPTY;
        }
    }
}
