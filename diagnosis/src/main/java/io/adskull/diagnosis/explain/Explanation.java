package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What is said about one given answer.
///
/// @param diagnosis empty when the answer is healthy
record Explanation(JsonNode id, Optional<Diagnosis> diagnosis) {

    static Explanation of(GivenAnswer given, Diagnostician diagnostician) {
        Verdict verdict = given.answer()
                .map(answer -> diagnostician.diagnose(answer, Circumstances.unknown()))
                .orElseGet(() -> new Verdict.Failing(diagnostician.unknownPlatform(
                        given.endpoint(), given.httpStatus(), given.headers(), given.body())));
        return new Explanation(
                given.id(),
                switch (verdict) {
                    case Verdict.Healthy h -> Optional.empty();
                    case Verdict.Failing f -> Optional.of(f.diagnosis());
                });
    }

    /// The fields that every line of `--ndjson` has, in this order.
    void write(JsonGenerator json, boolean everything) throws IOException {
        json.writeStartObject();
        json.writeFieldName("id");
        json.writeTree(id);
        text(json, "cause", diagnosis.map(d -> d.cause().name()));
        text(json, "actor", diagnosis.map(d -> d.actor().name()));
        if (diagnosis.isPresent()) {
            json.writeBooleanField("retryable", diagnosis.get().retryable());
        } else {
            json.writeNullField("retryable");
        }
        text(json, "resource", diagnosis.flatMap(Diagnosis::resource).map(Resource::name));
        text(json, "title", Optional.of(diagnosis.map(Diagnosis::title).orElse("The call worked")));
        text(json, "explanation", diagnosis.map(Diagnosis::explanation));
        list(json, "steps", diagnosis.map(Diagnosis::steps).orElse(List.of()));
        text(json, "logId", diagnosis.flatMap(Diagnosis::logId));
        text(json, "docs", diagnosis.flatMap(Diagnosis::docs));
        if (diagnosis.isEmpty()) {
            json.writeBooleanField("healthy", true);
        } else if (everything) {
            more(json, diagnosis.get());
        }
        json.writeEndObject();
    }

    private static void more(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeStringField("severity", diagnosis.severity().name());
        json.writeStringField("confidence", diagnosis.confidence().name());
        json.writeStringField("automaticAction", diagnosis.automaticAction().name());
        text(json, "retryAfter", diagnosis.retryAfter().map(Object::toString));
        text(json, "forwardable", diagnosis.forwardable());
        text(json, "code", diagnosis.code());
        text(json, "message", diagnosis.message());
        text(json, "requestId", diagnosis.requestId());
        list(json, "evidence", diagnosis.evidence());
        json.writeStringField("rule", diagnosis.rule());
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }

    private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
