package io.adskull.diagnosis.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An object of a JSON answer that is an error: of the advertising services, of the sign-in service, or the string
/// of a SOAP fault. Names of fields are compared without case and underscores, as SDKs rename them.
record ErrorNode(JsonNode node) {
    private static final int MOST_NODES = 5_000;
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Pattern OAUTH = Pattern.compile("[a-z]+(_[a-z]+)+");

    /// The outermost error with a code; else with words alone; else a report or upload that failed.
    static Optional<ErrorNode> find(JsonNode root) {
        Deque<JsonNode> waiting = new ArrayDeque<>(List.of(root));
        Optional<ErrorNode> spoken = Optional.empty();
        for (int seen = 0; !waiting.isEmpty() && seen < MOST_NODES; seen++) {
            ErrorNode node = new ErrorNode(waiting.remove());
            if (node.isCoded()) {
                return Optional.of(node);
            }
            if (spoken.isEmpty() && node.isSpoken()) {
                spoken = Optional.of(node);
            }
            node.node().forEach(child -> {
                if (child.isContainerNode()) {
                    waiting.add(child);
                }
            });
        }
        return spoken;
    }

    private boolean isCoded() {
        return node.isObject()
                && (field("errorcode").isPresent()
                        || field("code").isPresent() && field("message").isPresent()
                        || oauth().isPresent()
                        || !entra().isEmpty());
    }

    private boolean isSpoken() {
        return node.isObject()
                && (field("faultstring").isPresent()
                        || field("errordescription").isPresent()
                        || node.path("error").isTextual()
                        || node.size() <= 4 && node.path("Message").isTextual()
                        || node.size() <= 4 && node.path("message").isTextual()
                        || failedJob().isPresent());
    }

    Optional<String> name() {
        return field("errorcode")
                .filter(code -> !isNumber(code))
                .or(() -> field("code").filter(code -> !isNumber(code.startsWith("-") ? code.substring(1) : code)))
                .or(this::failedJob);
    }

    Optional<String> number() {
        return field("code").or(() -> field("errorcode")).filter(code -> isNumber(code) && code.length() <= 6);
    }

    /// `AADSTS` numbers from where they are listed, and from the sentence.
    List<String> entra() {
        List<String> codes = new ArrayList<>();
        node.path("error_codes").forEach(code -> codes.add("AADSTS" + code.asText()));
        message().ifPresent(text -> AADSTS.matcher(text).results().forEach(m -> codes.add("AADSTS" + m.group(1))));
        return codes.stream().distinct().toList();
    }

    Optional<String> oauth() {
        return Fields.at(node, "error").filter(text -> OAUTH.matcher(text).matches());
    }

    Optional<String> message() {
        return field("errordescription")
                .or(() -> field("message"))
                .or(() -> field("faultstring"))
                .or(() -> field("details"))
                .or(() -> Fields.at(node, "error"));
    }

    /// A report or bulk file that will not come, with no reason given.
    private Optional<String> failedJob() {
        return Fields.at(node, "ReportRequestStatus.Status")
                .filter(status -> status.equals("Error"))
                .or(() -> Fields.at(node, "RequestStatus").filter(status -> status.startsWith("Failed")))
                .map(status -> "RequestStatus" + status);
    }

    private Optional<String> field(String name) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isNamed(field.getKey(), name)) {
                return Fields.scalar(field.getValue());
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(String key, String plain) {
        int at = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '_') {
                continue;
            }
            if (at == plain.length() || Character.toLowerCase(c) != plain.charAt(at)) {
                return false;
            }
            at++;
        }
        return at == plain.length();
    }

    private static boolean isNumber(String code) {
        return !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
