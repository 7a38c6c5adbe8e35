package io.adskull.poller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.response.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A platform's answer as it came, cut where a probe's would be.
///
/// @param truncated whether there was more, here or where it came from
record AnswerBody(byte[] bytes, boolean truncated) {

    static AnswerBody of(Fields fields) {
        if (fields.has("body") && fields.has("bodyBase64")) {
            fields.refuse("bodyBase64", "must be left out where body is given");
        }
        Optional<byte[]> text = fields.optional(
                "body",
                "must be the platform's answer as text: JSON as one string, and what is not text as bodyBase64",
                value -> Fields.text(value)
                        .filter(AnswerBody::isWhole)
                        .map(answer -> answer.getBytes(StandardCharsets.UTF_8)));
        Optional<byte[]> encoded =
                fields.optional("bodyBase64", "must be base64 with + and /, in one line", AnswerBody::decoded);
        boolean cut = fields.optional("truncated", "must be true or false", value -> Optional.of(value)
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue))
                .orElse(false);
        byte[] all = text.or(() -> encoded).orElse(new byte[0]);
        return all.length <= ApiResponse.MAX_BODY_BYTES
                ? new AnswerBody(all, cut)
                : new AnswerBody(Arrays.copyOf(all, ApiResponse.MAX_BODY_BYTES), true);
    }

    /// Half of a surrogate pair has no bytes in UTF-8, so what came would not be what is published.
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static Optional<byte[]> decoded(JsonNode value) {
        try {
            return Fields.text(value).map(text -> Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
