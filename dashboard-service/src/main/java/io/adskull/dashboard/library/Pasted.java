package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.explain.GivenAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What somebody sent to be explained. Never read further than it may be long.
sealed interface Pasted {
    /// Of an answer as it was pasted; larger ones hold lists, not errors.
    int MOST_BYTES = 64 * 1024;

    /// A form writes most signs as three bytes, and knows other fields.
    int MOST_SENT = 3 * MOST_BYTES + 1024;

    record Answer(byte[] bytes, Optional<Platform> platform) implements Pasted {
        GivenAnswer given() {
            return GivenAnswer.guessed(
                    bytes, new GivenAnswer.Defaults(platform.map(Platform::id), Optional.empty(), Optional.empty()));
        }

        /// The answer in one word, such as a code.
        Optional<String> word() {
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            return Optional.of(text).filter(one -> one.matches("\\S{1,100}"));
        }
    }

    record Nothing() implements Pasted {}

    record TooLarge() implements Pasted {}

    /// @param form `application/x-www-form-urlencoded`
    static Pasted read(InputStream form) throws IOException {
        byte[] sent = form.readNBytes(MOST_SENT + 1);
        if (sent.length > MOST_SENT) {
            return new TooLarge();
        }
        Map<String, String> fields = fields(new String(sent, StandardCharsets.UTF_8));
        String answer = fields.getOrDefault("answer", "");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return new TooLarge();
        }
        return answer.isBlank() ? new Nothing() : new Answer(bytes, Platform.find(fields.getOrDefault("platform", "")));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    /// Empty when it is no encoded text.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
