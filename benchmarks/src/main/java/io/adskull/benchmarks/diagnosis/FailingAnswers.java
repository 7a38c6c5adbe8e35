package io.adskull.benchmarks.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// The failing bodies of the corpora, many times over with other ids, so that nothing can remember whole bodies.
final class FailingAnswers {
    /// More than any memory of decisions holds.
    private static final int COPIES = 48;

    /// As in the mutations of the tests: a code such as `(#100)` or `AADSTS70000` is no id.
    private static final Pattern ID =
            Pattern.compile("(?<![A-Za-z#\\d])\\d{7,}|\\b(?=[a-zA-Z-]*\\d)[0-9A-Za-z-]{24,}\\b");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Set<String> WORDS =
            Set.of("message", "Message", "error_description", "details", "explanation");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FailingAnswers() {}

    /// @param of the id of a platform, or `all`
    /// @param reworded whether each copy says something that no other says
    static Answer[] copies(String of, boolean reworded) {
        Random random = new Random(1);
        List<Answer> all = new ArrayList<>();
        for (JsonNode recorded : failing(of)) {
            for (int copy = 0; copy < COPIES; copy++) {
                JsonNode body = recorded.get("body");
                all.add(answer(recorded, withOtherIds(text(reworded ? reworded(body, random) : body), random)));
            }
        }
        Collections.shuffle(all, random);
        return all.toArray(Answer[]::new);
    }

    /// Those that Jackson can read.
    static byte[][] trees(String of) {
        return java.util.Arrays.stream(copies(of, false))
                .map(Answer::body)
                .filter(FailingAnswers::isTree)
                .toArray(byte[][]::new);
    }

    private static List<JsonNode> failing(String of) {
        List<JsonNode> failing = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            for (JsonNode recorded :
                    of.equals("all") || of.equals(platform.id()) ? corpus(platform) : List.<JsonNode>of()) {
                Answer answer = answer(recorded, text(recorded.get("body")));
                if (Diagnostician.bundled().diagnose(answer, Circumstances.unknown()) instanceof Verdict.Failing) {
                    failing.add(recorded);
                }
            }
        }
        return failing;
    }

    private static List<JsonNode> corpus(Platform platform) {
        List<JsonNode> all = new ArrayList<>();
        String file = "/corpus/" + platform.id() + ".jsonl";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FailingAnswers.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(((ObjectNode) JSON.readTree(line)).put("platform", platform.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Answer answer(JsonNode recorded, String body) {
        Map<String, String> headers = new HashMap<>();
        recorded.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        return new Answer(
                Platform.valueOf(recorded.get("platform").asText()),
                Optional.of(recorded.path("endpoint"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText),
                Optional.of(recorded.path("http_status").asInt(0)).filter(status -> status > 0),
                Optional.empty(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode body) {
        return body.isTextual() ? body.asText() : body.toString();
    }

    private static String withOtherIds(String body, Random random) {
        return ID.matcher(body)
                .replaceAll(id -> DIGIT.matcher(id.group()).replaceAll(digit -> String.valueOf(1 + random.nextInt(9))));
    }

    private static JsonNode reworded(JsonNode node, Random random) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(text.asText() + " " + word(random));
            case ArrayNode array -> {
                ArrayNode same = array.arrayNode();
                array.forEach(item -> same.add(item.isContainerNode() ? reworded(item, random) : item));
                yield same;
            }
            case ObjectNode object -> {
                ObjectNode same = object.objectNode();
                object.properties().forEach(field -> {
                    JsonNode value = field.getValue();
                    boolean says = value.isContainerNode() || value.isTextual() && WORDS.contains(field.getKey());
                    same.set(field.getKey(), says ? reworded(value, random) : value);
                });
                yield same;
            }
            default -> node;
        };
    }

    private static String word(Random random) {
        return random.ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isTree(byte[] body) {
        try {
            return JSON.readTree(body).isContainerNode();
        } catch (IOException e) {
            return false;
        }
    }
}
