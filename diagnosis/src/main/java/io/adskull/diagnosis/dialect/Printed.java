package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// JSON as an SDK in Python prints it: with apostrophes for quotes.
public final class Printed {
    private static final Pattern START = Pattern.compile("^[\\s\\[{(]{1,8}u?'");
    private static final Pattern QUOTE = Pattern.compile("\\bu?'|'");

    private Printed() {}

    /// What the body is, read as JSON where it is printed JSON.
    public static Content content(Answer answer) {
        byte[] body = answer.body();
        String start = new String(body, 0, Math.min(body.length, 16), StandardCharsets.UTF_8);
        return start.indexOf('\'') >= 0 && START.matcher(start).find()
                ? content(new String(body, StandardCharsets.UTF_8))
                : Content.of(body);
    }

    /// The object that is quoted in a sentence.
    public static Optional<JsonNode> in(String sentence) {
        int brace = sentence.indexOf("{'");
        return brace >= 0 && content(sentence.substring(brace)) instanceof Content.Json json
                ? Optional.of(json.root())
                : Optional.empty();
    }

    private static Content content(String printed) {
        return Content.of(QUOTE.matcher(printed).replaceAll("\"").getBytes(StandardCharsets.UTF_8));
    }
}
