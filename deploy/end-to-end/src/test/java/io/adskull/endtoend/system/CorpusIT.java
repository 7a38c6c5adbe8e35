package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every recorded TikTok body, sent by the simulator through the running pipeline, comes out as an incident with
/// its label's cause, unless it is nobody's account's fault.
class CorpusIT {
    private static final Path CORPUS = Path.of("../../diagnosis/src/test/resources/corpus/tiktok.jsonl");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /// Some labels cannot be met by anyone: the label says so in `accept`, and two in a hundred may still be
    /// missed.
    private static final double SHARE = 0.95;

    private static final Set<Cause> OUR_APPS = Set.of(
            Cause.APP_CREDENTIALS_INVALID,
            Cause.APP_NOT_APPROVED,
            Cause.API_VERSION_RETIRED,
            Cause.NETWORK_RESTRICTED,
            Cause.RATE_LIMITED,
            Cause.QUOTA_EXHAUSTED);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void everyRecordedBodyBecomesAnIncidentWithItsCause() throws IOException {
        List<JsonNode> bodies = corpus();
        system.connect("fleet-" + bodies.size());
        Map<String, JsonNode> byAccount = new LinkedHashMap<>();
        for (int i = 0; i < bodies.size(); i++) {
            if (!concernsOurApp(bodies.get(i))) {
                byAccount.put(Long.toString(7100000000000000001L + i), bodies.get(i));
            }
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(system.accounts())
                .extracting(account -> account.path("accountId").asText())
                .containsAll(byAccount.keySet()));

        List<String> faults = new ArrayList<>();
        byAccount.forEach((account, body) -> faults.add(fault(account, body)));
        try {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(causes().keySet()).containsAll(byAccount.keySet()));
        } finally {
            faults.forEach(system::endFault);
        }

        Map<String, Set<String>> seen = causes();
        List<String> wrong = byAccount.entrySet().stream()
                .filter(entry -> seen.get(entry.getKey()).stream()
                        .noneMatch(cause -> accepted(entry.getValue()).contains(cause)))
                .map(entry -> entry.getValue().path("id").asText() + ": expected " + accepted(entry.getValue())
                        + ", seen " + seen.get(entry.getKey()))
                .toList();
        assertThat(wrong).as("bodies with another cause").hasSizeLessThanOrEqualTo((int) ((1 - SHARE) * bodies.size()));
    }

    /// A token is refused by every call: one call that refuses what others take is not believed.
    private String fault(String account, JsonNode body) {
        int status = body.path("http_status").asInt(200);
        return diagnosis(body)
                        .filter(found -> found.cause().reach() == Cause.Reach.CONNECTION)
                        .isPresent()
                ? system.faultEverywhere(account, status, body.path("body"))
                : system.fault(account, pathFor(body), status, body.path("body"));
    }

    /// What our app alone can cause is an incident of those who run it, and of no account.
    private static boolean concernsOurApp(JsonNode body) {
        return diagnosis(body)
                .filter(found -> found.actor() == Actor.DEVELOPER && OUR_APPS.contains(found.cause()))
                .isPresent();
    }

    private static Optional<Diagnosis> diagnosis(JsonNode body) {
        String text = body.path("body").isTextual()
                ? body.path("body").asText()
                : body.path("body").toString();
        var answer = new Answer(
                Platform.TIKTOK,
                Optional.of("/open_api/v1.3" + pathFor(body)),
                Optional.of(body.path("http_status").asInt(200)),
                Optional.empty(),
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8));
        return Diagnostician.bundled().diagnose(answer, Circumstances.unknown()) instanceof Verdict.Failing failing
                ? Optional.of(failing.diagnosis())
                : Optional.empty();
    }

    private Map<String, Set<String>> causes() {
        return system.incidents().stream()
                .filter(incident -> incident.path("accountId").asText().startsWith("71"))
                .collect(Collectors.groupingBy(
                        incident -> incident.path("accountId").asText(),
                        Collectors.mapping(
                                incident -> incident.path("cause").asText(), Collectors.toCollection(TreeSet::new))));
    }

    /// The status hidden in a successful answer can only be seen where it stands; every other body is as good on
    /// any path.
    private static String pathFor(JsonNode body) {
        return body.path("endpoint").asText().contains("/advertiser/info/") ? "/advertiser/info/" : "/campaign/get/";
    }

    private static List<String> accepted(JsonNode body) {
        List<String> causes = new ArrayList<>(List.of(body.path("cause").asText()));
        body.path("accept").forEach(cause -> causes.add(cause.asText()));
        return causes;
    }

    private static List<JsonNode> corpus() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> bodies = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS)) {
            bodies.add(line.isBlank() ? JsonNodeFactory.instance.missingNode() : json.readTree(line));
        }
        return bodies.stream().filter(JsonNode::isObject).toList();
    }
}
