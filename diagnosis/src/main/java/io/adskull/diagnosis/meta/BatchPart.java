package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.dialect.Fields;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One answer inside a batch's answer: its own status and headers, and a body that is JSON written as text.
final class BatchPart {
    private BatchPart() {}

    static Answer of(Answer batch, JsonNode part) {
        Map<String, String> headers = new LinkedHashMap<>(batch.headers());
        for (JsonNode header : part.path("headers")) {
            headers.put(header.path("name").asText(), header.path("value").asText());
        }
        return new Answer(
                batch.platform(),
                batch.endpoint(),
                part.path("code").canConvertToInt()
                        ? Optional.of(part.path("code").asInt())
                        : batch.httpStatus(),
                Optional.empty(),
                headers,
                Fields.at(part, "body").orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
