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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Answers for tests: made up, or those of the corpora with their labels.
public final class Bodies {
    static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /// A body of a corpus with what its label says; see `corpus/README.md`.
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

    /// An answer of TikTok.
    public static Answer answer(String endpoint, int status, String body) {
        return answer(Platform.TIKTOK, endpoint, status, body);
    }

    /// @param endpoint empty: not known
    /// @param status 0: not known
    public static Answer answer(Platform platform, String endpoint, int status, String body) {
        return answer(platform, endpoint, status, Map.of(), body);
    }

    public static Answer answer(
            Platform platform, String endpoint, int status, Map<String, String> headers, String body) {
        return new Answer(
                platform,
                Optional.of(endpoint).filter(e -> !e.isEmpty()),
                Optional.of(status).filter(s -> s > 0),
                Optional.empty(),
                headers,
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

    /// The labelled bodies of every platform, those that we found ourselves among them.
    public static List<Labelled> corpora() {
        return Arrays.stream(Platform.values())
                .flatMap(
                        platform -> Stream.of(corpus(platform), found(platform)).flatMap(List::stream))
                .toList();
    }

    public static List<Labelled> corpus(Platform platform) {
        return read(platform, "/corpus/" + platform.id() + ".jsonl");
    }

    /// Bodies that the rules were tried on after they were written for those of [#corpus].
    public static List<Labelled> found(Platform platform) {
        return read(platform, "/corpus/found/" + platform.id() + ".jsonl");
    }

    private static List<Labelled> read(Platform platform, String file) {
        List<Labelled> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Bodies.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(labelled(platform, JSON.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Labelled labelled(Platform platform, JsonNode label) {
        JsonNode body = label.get("body");
        Map<String, String> headers = new LinkedHashMap<>();
        label.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Labelled(
                label.get("id").asText(),
                answer(
                        platform,
                        label.path("endpoint").asText("").replace("null", ""),
                        label.path("http_status").asInt(0),
                        headers,
                        body.isTextual() ? body.asText() : body.toString()),
                label);
    }
}
