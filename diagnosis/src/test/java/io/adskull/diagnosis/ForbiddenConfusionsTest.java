package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Bodies.Labelled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Advice that would make people do the wrong thing, over the corpus and over bodies changed in ways that change
/// no meaning.
class ForbiddenConfusionsTest {
    private static final Set<Cause> RECONNECT =
            Set.of(Cause.TOKEN_INVALID, Cause.TOKEN_EXPIRED, Cause.REFRESH_TOKEN_INVALID, Cause.SCOPE_MISSING);
    private static final Set<Cause> PERMISSION =
            Set.of(Cause.RESOURCE_PERMISSION_MISSING, Cause.ACCOUNT_ACCESS_MISSING);
    private static final Set<Cause> WAIT =
            Set.of(Cause.RATE_LIMITED, Cause.QUOTA_EXHAUSTED, Cause.PLATFORM_ERROR, Cause.PLATFORM_MAINTENANCE);
    private static final Map<Cause, Set<Cause>> FORBIDDEN = forbidden();

    @Test
    void noChangeWithoutMeaningLeadsToHarmfulAdvice() {
        List<String> harmful = new ArrayList<>();
        int bodies = 0;
        for (Labelled labelled : Bodies.corpus()) {
            Cause right = Cause.valueOf(labelled.label().get("cause").asText());
            for (byte[] body : changed(labelled)) {
                bodies++;
                Answer answer = new Answer(
                        labelled.answer().platform(),
                        labelled.answer().endpoint(),
                        labelled.answer().httpStatus(),
                        labelled.answer().transportError(),
                        labelled.answer().headers(),
                        body);
                Verdict verdict = Diagnostician.bundled().diagnose(answer, Circumstances.unknown());
                boolean healthy = verdict instanceof Verdict.Healthy;
                boolean wrong = verdict instanceof Verdict.Failing f
                        && FORBIDDEN
                                .getOrDefault(right, Set.of())
                                .contains(f.diagnosis().cause())
                        && !labelled.rightCause(f.diagnosis().cause().name());
                if (healthy || wrong) {
                    harmful.add(labelled.id() + " " + right + " became " + verdict + ": "
                            + new String(body, StandardCharsets.UTF_8));
                }
            }
        }
        System.out.printf("forbidden confusions: %d in %d bodies%n", harmful.size(), bodies);
        assertThat(harmful).isEmpty();
    }

    private static List<byte[]> changed(Labelled labelled) {
        byte[] original = labelled.answer().body();
        List<byte[]> bodies = new ArrayList<>(List.of(original));
        if (!(labelled.label().get("body") instanceof ObjectNode envelope)) {
            return bodies;
        }
        add(bodies, envelope, e -> e.put("unknown_field", "token revoked").put("extra", true));
        add(bodies, envelope, ForbiddenConfusionsTest::nested);
        add(bodies, envelope, ForbiddenConfusionsTest::reversed);
        add(bodies, envelope, e -> e.has("code") ? e.put("code", e.get("code").asText()) : e);
        add(bodies, envelope, e -> e.put("request_id", "7".repeat(40)));
        add(bodies, envelope, e -> said(e, e.path("message").asText().replaceAll("\\d{3,}", "998877665544332211")));
        add(bodies, envelope, e -> said(e, e.path("message").asText().toUpperCase(java.util.Locale.ROOT)));
        add(bodies, envelope, e -> said(e, e.path("message").asText().replace(" ", "  ") + " "));
        if (!vague(envelope)) {
            add(bodies, envelope, e -> said(e, "操作失败，请检查后重试"));
            add(bodies, envelope, e -> said(e, "Ha ocurrido un error"));
            add(bodies, envelope, e -> (ObjectNode) e.without("message"));
        }
        return bodies;
    }

    /// Codes that mean anything at all cannot be told apart without words.
    private static boolean vague(ObjectNode envelope) {
        JsonNode code = envelope.path("code");
        return Set.of("0", "-1", "40000", "40001", "40002", "40101", "40131").contains(code.asText())
                || !envelope.has("code");
    }

    private static ObjectNode said(ObjectNode envelope, String message) {
        return envelope.has("message") ? envelope.put("message", message) : envelope;
    }

    private static ObjectNode nested(ObjectNode envelope) {
        envelope.putObject("data").put("message", "rate limit").put("access", "denied");
        return envelope;
    }

    private static ObjectNode reversed(ObjectNode envelope) {
        ObjectNode reversed = envelope.objectNode();
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(envelope.properties());
        fields.reversed().forEach(field -> reversed.set(field.getKey(), field.getValue()));
        return reversed;
    }

    private static void add(
            List<byte[]> bodies, ObjectNode envelope, java.util.function.UnaryOperator<ObjectNode> change) {
        if (!envelope.path("code").asText().equals("0")) {
            bodies.add(change.apply(envelope.deepCopy()).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<Cause, Set<Cause>> forbidden() {
        Map<Cause, Set<Cause>> forbidden = new EnumMap<>(Cause.class);
        WAIT.forEach(cause -> forbidden.put(cause, union(RECONNECT, PERMISSION)));
        PERMISSION.forEach(cause -> forbidden.put(cause, union(RECONNECT, WAIT)));
        Set.of(Cause.TOKEN_INVALID, Cause.REFRESH_TOKEN_INVALID, Cause.SCOPE_MISSING)
                .forEach(cause -> forbidden.put(cause, union(WAIT, PERMISSION)));
        forbidden.put(Cause.INVALID_REQUEST, union(RECONNECT, PERMISSION));
        forbidden.put(Cause.APP_CREDENTIALS_INVALID, RECONNECT);
        forbidden.put(Cause.NETWORK_RESTRICTED, union(RECONNECT, PERMISSION));
        forbidden.put(Cause.UNKNOWN, union(RECONNECT, PERMISSION));
        return forbidden;
    }

    private static Set<Cause> union(Set<Cause> some, Set<Cause> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream())
                .collect(java.util.stream.Collectors.toSet());
    }
}
