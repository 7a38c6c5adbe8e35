package io.adskull.poller.ingest;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.http.TransportFailure;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one handed-in answer: a JSON object becomes what a probe would have published.
final class ReadAnswer {
    /// A clock that runs ahead by more is wrong; the classifier refuses what lies an hour ahead.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /// As long as the topic keeps answers.
    private static final Duration BACK = Duration.ofDays(3);

    private static final int DAY_MILLIS = 86_400_000;
    private static final int MAX_NAME = 64;
    private static final int MAX_UNKNOWN = 10;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e&&[^?#]]{0,1023}");
    private static final Set<String> KNOWN = Arrays.stream(AnswerToHandIn.class.getRecordComponents())
            .map(field -> field.getName())
            .collect(Collectors.toUnmodifiableSet());
    private static final String RESOURCES =
            Arrays.stream(Resource.values()).map(Resource::name).collect(Collectors.joining(", "));
    private static final String TRANSPORT_ERRORS =
            Arrays.stream(TransportFailure.values()).map(TransportFailure::id).collect(Collectors.joining(", "));

    private final Fields fields;
    private final Giver giver;
    private final Instant now;

    ReadAnswer(Fields fields, Giver giver, Instant now) {
        this.fields = fields;
        this.giver = giver;
        this.now = now;
    }

    /// Empty when something is wrong; the fields then say what.
    ///
    /// @throws Refused when a person names another tenant than its own
    Optional<ApiResponse> answer() {
        if (!fields.json().isObject()) {
            fields.refuse("answer", "must be a JSON object");
            return Optional.empty();
        }
        int before = fields.wrong().size();
        refuseUnknownFields();
        Optional<AccountKey> account = fields.required(
                "account",
                "must name one ad account, such as tiktok/7012345678901234567",
                parsed(AccountKey::parse).andThen(key -> key.filter(not(AccountKey::isWholePlatform))));
        Optional<String> tenant = tenant();
        Optional<ConnectionId> connection =
                fields.optional("connection", "must be a connection's UUID", parsed(ConnectionId::parse));
        Optional<String> method = fields.required("method", "must be an HTTP method, such as POST", matching(METHOD));
        Optional<String> path = fields.required(
                "path",
                "must begin with / and be at most 1024 printable ASCII characters, without host and without query:"
                        + " a query may hold a token",
                matching(PATH));
        Optional<Resource> resource =
                fields.optional("resource", "must be one of " + RESOURCES, parsed(Resource::valueOf));
        Optional<Integer> status =
                fields.optional("httpStatus", "must be a number from 100 to 599", Fields.between(100, 599));
        Optional<String> transportError = transportError();
        int attempt = fields.optional("attempt", "must be a number from 1 to 1000", Fields.between(1, 1000))
                .orElse(1);
        int took = fields.optional(
                        "durationMillis",
                        "must be a number of milliseconds, of a day at most",
                        Fields.between(0, DAY_MILLIS))
                .orElse(0);
        Instant at = at();
        String id = id();
        Map<String, String> headers = AnswerHeaders.of(fields);
        AnswerBody body = AnswerBody.of(fields);
        if (fields.wrong().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ApiResponse(
                new CloudEvent(
                        id,
                        ApiResponse.EVENT_TYPE,
                        giver.source(),
                        account.orElseThrow().toString(),
                        at,
                        tenant.orElseThrow()),
                connection,
                method.orElseThrow(),
                path.orElseThrow(),
                resource,
                status,
                transportError,
                headers,
                body.truncated(),
                attempt,
                Duration.ofMillis(took),
                body.bytes()));
    }

    /// A misspelt field would be lost in silence.
    private void refuseUnknownFields() {
        fields.json().properties().stream()
                .map(Map.Entry::getKey)
                .filter(not(KNOWN::contains))
                .limit(MAX_UNKNOWN)
                .forEach(name -> fields.refuse(
                        name.substring(0, Math.min(name.length(), MAX_NAME)),
                        "is not a field of an answer; leave it out, or see /q/openapi for its right name"));
    }

    private Optional<String> tenant() {
        String must = "must be a tenant's name, of at most 200 characters";
        Function<JsonNode, Optional<String>> name = value -> Fields.text(value)
                .filter(text -> !text.isBlank() && text.length() <= 200)
                .filter(Fields::isOneLine);
        return switch (giver) {
            case Giver.Service _ -> fields.required("tenant", must, name);
            case Giver.Person(String own) -> {
                if (fields.optional("tenant", must, name)
                        .filter(named -> !named.equals(own))
                        .isPresent()) {
                    throw new Refused(Problem.of(
                            Response.Status.FORBIDDEN,
                            "Your token is another tenant's. Leave tenant out, it is known from the token."));
                }
                yield Optional.of(own);
            }
        };
    }

    private Optional<String> transportError() {
        if (fields.has("httpStatus") == fields.has("transportError")) {
            fields.refuse(
                    fields.has("httpStatus") ? "transportError" : "httpStatus",
                    fields.has("httpStatus")
                            ? "must be left out where httpStatus says that an answer came"
                            : "is missing; give it, or transportError where no answer came");
        }
        if (fields.has("transportError")) {
            Stream.of("headers", "body", "bodyBase64")
                    .filter(fields::has)
                    .forEach(name -> fields.refuse(name, "must be left out where no answer came"));
        }
        return fields.optional("transportError", "must be one of " + TRANSPORT_ERRORS, value -> Fields.text(value)
                .filter(text -> Arrays.stream(TransportFailure.values())
                        .anyMatch(failure -> failure.id().equals(text))));
    }

    private Instant at() {
        return fields.optional(
                        "at",
                        "must be a time such as 2026-11-30T04:00:00Z, not ahead of now and at most 3 days back",
                        value -> parsed(Instant::parse)
                                .apply(value)
                                .filter(time -> !time.isAfter(now.plus(AHEAD)))
                                .filter(time -> !time.isBefore(now.minus(BACK))))
                .orElse(now);
    }

    private String id() {
        if (fields.has("id") && !fields.has("at")) {
            fields.refuse("at", "is missing; it belongs to id, because a repeat is known by both");
        }
        return fields.optional("id", "must be 1 to 200 printable ASCII characters without spaces", matching(ID))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static Function<JsonNode, Optional<String>> matching(Pattern pattern) {
        return value -> Fields.text(value).filter(text -> pattern.matcher(text).matches());
    }

    /// Our own types say by an exception that a text is not theirs.
    private static <T> Function<JsonNode, Optional<T>> parsed(Function<String, T> parser) {
        return value -> Fields.text(value).flatMap(text -> tried(() -> parser.apply(text)));
    }

    private static <T> Optional<T> tried(Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (UnreadableEvent | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
