package io.adskull.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Answers for tests: made up, or those of the corpus with their labels.
public final class Bodies {
    static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /// A body of the corpus with what its label says; see `corpus/README.md`.
    public record Labelled(String id, Answer answer, JsonNode label) {
        boolean rightCause(String cause) {
            return label.get("cause").asText().equals(cause) || texts("accept").contains(cause);
        }

        boolean rightActor(String actor) {
            return label.get("actor").asText().equals(actor)
                    || texts("accept_actors").contains(actor);
        }

        private List<String> texts(String field) {
            return StreamSupport.stream(label.path(field).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }

    public static Answer answer(String endpoint, int status, String body) {
        return new Answer(
                Platform.TIKTOK,
                Optional.of(endpoint).filter(e -> !e.isEmpty()),
                Optional.of(status).filter(s -> s > 0),
                Optional.empty(),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static Diagnosis diagnosis(Answer answer) {
        return diagnosis(answer, Circumstances.unknown());
    }

    public static Diagnosis diagnosis(Answer answer, Circumstances circumstances) {
        if (Diagnostician.bundled().diagnose(answer, circumstances) instanceof Verdict.Failing failing) {
            return failing.diagnosis();
        }
        throw new AssertionError("healthy: " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    public static String json(Map<String, ?> value) {
        return JSON.valueToTree(value).toString();
    }

    public static List<Labelled> corpus() {
        List<Labelled> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Bodies.class.getResourceAsStream("/corpus/tiktok.jsonl")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode label = JSON.readTree(line);
                JsonNode body = label.get("body");
                all.add(new Labelled(
                        label.get("id").asText(),
                        answer(
                                label.path("endpoint").asText("").replace("null", ""),
                                label.path("http_status").asInt(0),
                                body.isTextual() ? body.asText() : body.toString()),
                        label));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
