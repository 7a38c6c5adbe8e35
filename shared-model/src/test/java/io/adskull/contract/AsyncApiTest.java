package io.adskull.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import io.adskull.contract.status.PlatformIncident;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What other teams build on, `asyncapi.yaml`, is what the code does.
class AsyncApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-11-22T07:03:00Z");
    private static final Set<Topic> INSIDE = Set.of(Topic.CONNECTION_WORDS, Topic.PLATFORM_WORDS, Topic.STANDINGS);
    private static final Map<Topic, String> TYPES = Map.of(
            Topic.ACCOUNTS, ConnectedAccount.EVENT_TYPE,
            Topic.API_RESPONSES, ApiResponse.EVENT_TYPE,
            Topic.REMEDIATIONS, Remediation.EVENT_TYPE,
            Topic.CREDENTIALS, CredentialChange.EVENT_TYPE,
            Topic.POLL_REQUESTS, PollRequested.EVENT_TYPE,
            Topic.ALERTS, AlertOutcome.EVENT_TYPE,
            Topic.PLATFORM_STATUS, PlatformIncident.EVENT_TYPE,
            Topic.POLL_REACH, PollReach.EVENT_TYPE);

    private final JsonNode document = read();

    @Test
    void itIsAnAsyncApiDocument() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(JSON.readTree(resource("/asyncapi/asyncapi-3.0.0.schema.json")));
        assertThat(schema.validate(document)).isEmpty();
    }

    @Test
    void itHasEachTopicThatOthersMayRead() {
        List<String> addresses = new ArrayList<>();
        document.path("channels").forEach(channel -> addresses.add(addressOf(channel)));
        List<String> topics = new ArrayList<>(
                events().stream().map(topic -> "{prefix}" + topic.name()).toList());
        topics.add("{prefix}{topic}.dead-letters");
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(topics);
        assertThat(document.at("/components/parameters/prefix/default").asText())
                .isEqualTo(Topic.DEFAULT_PREFIX);
    }

    @Test
    void eachTopicsDeadLettersAreNamed() {
        List<String> named = new ArrayList<>();
        document.at("/channels/deadLetters/parameters/topic/enum").forEach(name -> named.add(name.asText()));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        events().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aTopicIsKeptAsTheCodeCreatesIt(Topic topic) {
        JsonNode kafka = channelOf(topic).at("/bindings/kafka");
        JsonNode settings = kafka.path("topicConfiguration");
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(settings.at("/cleanup.policy/0").asText())
                .isEqualTo(topic.retention().isPresent() ? "delete" : "compact");
        assertThat(Optional.ofNullable(settings.get("retention.ms")).map(JsonNode::asLong))
                .isEqualTo(topic.retention().map(Duration::toMillis));
        assertThat(settings.path("max.message.bytes").asInt()).isEqualTo(topic.maxMessageBytes());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aTopicCarriesTheEventThatTheCodeWrites(Topic topic) throws IOException {
        JsonNode messages = channelOf(topic).path("messages");
        assertThat(messages).hasSize(1);
        JsonNode message = followed(messages.elements().next());
        assertThat(message.path("name").asText()).isEqualTo(TYPES.get(topic));
        if (topic.equals(Topic.API_RESPONSES)) {
            return;
        }
        String file = message.at("/payload/schema/$ref").asText();
        JsonNode schema = JSON.readTree(resource("/" + file));
        assertThat("io.adskull." + schema.path("title").asText()).isEqualTo(TYPES.get(topic));
    }

    @Test
    void theHeadersOfAnEventAreThoseOfTheDocument() {
        var envelope = new CloudEvent("1", PollRequested.EVENT_TYPE, "/x", "tiktok/1", AT, "demo");
        assertThat(mistakes("envelope", envelope.headers())).isEmpty();
        envelope.headers().keySet().forEach(name -> {
            Map<String, String> without = envelope.headers();
            without.remove(name);
            assertThat(mistakes("envelope", without)).as("without %s", name).isNotEmpty();
        });
    }

    @Test
    void theHeadersOfAnAnswerAreThoseOfTheDocument() {
        Map<String, String> headers = answer(Optional.of(200), Optional.empty()).headers();
        assertThat(mistakes("answerHeaders", headers)).isEmpty();
        assertThat(mistakes(
                        "answerHeaders",
                        answer(Optional.empty(), Optional.of("timeout")).headers()))
                .isEmpty();
        assertThat(document.at("/components/schemas/answerHeaders/allOf/1/properties").properties().stream()
                        .map(Map.Entry::getKey))
                .containsAll(headers.keySet().stream()
                        .filter(name -> name.startsWith("ce_"))
                        .filter(name -> !document.at("/components/schemas/envelope/properties")
                                .has(name))
                        .toList());
        headers.remove("ce_httpstatus");
        assertThat(mistakes("answerHeaders", headers)).isNotEmpty();
    }

    @Test
    void theHeadersOfADeadLetterAreThoseOfTheCode() {
        assertThat(document.at("/components/messages/deadLetter/headers/properties").properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        DeadLetter.REASON, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET);
    }

    private static ApiResponse answer(Optional<Integer> status, Optional<String> transportError) {
        return new ApiResponse(
                new CloudEvent("1", ApiResponse.EVENT_TYPE, "/poller-service", "tiktok/1", AT, "demo"),
                Optional.of(new ConnectionId(UUID.fromString("0b0f6f0e-1a58-4ac1-8f0c-7d2b6a1d9a11"))),
                "GET",
                "/open_api/v1.3/campaign/get/",
                Optional.of(Resource.CAMPAIGNS),
                status,
                transportError,
                Map.of("x-tt-logid", "20261122070300ABCDEF"),
                false,
                1,
                Duration.ofMillis(120),
                new byte[0]);
    }

    private Set<?> mistakes(String schema, Map<String, String> headers) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.get("components"));
        whole.put("$ref", "#/components/schemas/" + schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(whole).validate(JSON.valueToTree(headers));
    }

    static List<Topic> events() {
        return Topic.all().stream()
                .filter(topic -> !INSIDE.contains(topic) && !topic.name().endsWith(".dead-letters"))
                .toList();
    }

    private JsonNode channelOf(Topic topic) {
        for (JsonNode channel : document.path("channels")) {
            if (addressOf(channel).equals("{prefix}" + topic.name())) {
                return channel;
            }
        }
        throw new AssertionError("asyncapi.yaml has no channel for " + topic.name());
    }

    private static String addressOf(JsonNode channel) {
        return channel.path("address").asText();
    }

    private JsonNode followed(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(resource("/asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
