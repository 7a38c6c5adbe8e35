package io.adskull.simulator.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads one fault order; collects everything that is wrong with it, so that nobody needs two tries.
public final class FaultReader {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "platform", "account", "path", "status", "headers", "body", "times", "delayMillis", "drop", "after"));
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    /// Numbers keep every digit, so that a JSON body goes out as it came in.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode order;
    private final List<String> platforms;
    private final List<String> problems = new ArrayList<>();

    private FaultReader(JsonNode order, List<String> platforms) {
        this.order = order;
        this.platforms = platforms;
    }

    public static FaultOrder read(String text, List<String> platforms) {
        JsonNode order;
        try {
            order = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new BadOrder(400, List.of("The body is not JSON: " + broken.getOriginalMessage() + "."));
        }
        return read(order, platforms);
    }

    public static FaultOrder read(JsonNode order, List<String> platforms) {
        return new FaultReader(order, platforms).read();
    }

    private FaultOrder read() {
        if (!order.isObject()) {
            throw new BadOrder(400, List.of("Send one JSON object."));
        }
        order.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                problems.add("Unknown field '" + name + "'. Known are " + String.join(", ", FIELDS) + ".");
            }
        });
        String platform = text("platform").orElse("").toLowerCase(Locale.ROOT);
        if (!platforms.contains(platform)) {
            problems.add("'platform' must be one of " + String.join(", ", platforms) + ".");
        }
        FaultOrder read = new FaultOrder(
                platform, text("account"), text("path"), answer(platform), positive("times"), flag("after"));
        if (!problems.isEmpty()) {
            throw new BadOrder(400, problems);
        }
        return read;
    }

    private Answer answer(String platform) {
        JsonNode body = order.path("body");
        String text =
                body.isMissingNode() || body.isNull() ? "" : body.isTextual() ? body.textValue() : body.toString();
        Map<String, String> headers = headers();
        if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            headers.put("Content-Type", guessedType(text));
        }
        return new Answer(status(platform), headers, text, codeIn(text), delay(), flag("drop"), Optional.empty());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonNode given = order.path("headers");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            problems.add("'headers' must be an object of texts, such as {\"Retry-After\":\"30\"}.");
        }
        Iterator<Map.Entry<String, JsonNode>> fields = given.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            String value = field.getValue().asText();
            if (!HEADER_NAME.matcher(field.getKey()).matches()
                    || !field.getValue().isValueNode()
                    || value.chars().anyMatch(c -> c < ' ' || c == 127)) {
                problems.add("Header '" + field.getKey() + "' is not a header that HTTP can carry.");
            } else if (FRAMING.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                problems.add("Leave '" + field.getKey() + "' out: the server writes it.");
            } else {
                headers.put(field.getKey(), value);
            }
        }
        return headers;
    }

    private int status(String platform) {
        int normal = platform.equals("smtp") ? 451 : 200;
        return number("status", status -> status >= 200 && status <= 599, "a number from 200 to 599")
                .orElse(normal);
    }

    private OptionalInt positive(String field) {
        return number(field, times -> times >= 1, "a whole number from 1");
    }

    private Duration delay() {
        return Duration.ofMillis(number("delayMillis", millis -> millis >= 0 && millis <= 600_000, "from 0 to 600000")
                .orElse(0));
    }

    private OptionalInt number(String field, Predicate<Integer> allowed, String expected) {
        JsonNode value = order.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || !allowed.test(value.intValue())) {
            problems.add("'" + field + "' must be " + expected + ".");
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    private boolean flag(String field) {
        JsonNode value = order.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add("'" + field + "' must be true or false.");
        }
        return value.booleanValue();
    }

    private Optional<String> text(String field) {
        JsonNode value = order.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problems.add("'" + field + "' must be a text in quotes.");
            return Optional.empty();
        }
        return Optional.of(value.textValue().strip());
    }

    static String guessedType(String body) {
        String start = body.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return "application/json";
        }
        return start.startsWith("<") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    }

    private static OptionalInt codeIn(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return OptionalInt.empty();
        }
        try {
            JsonNode code = JSON.readTree(body).path("code");
            return code.canConvertToInt() && code.isIntegralNumber()
                    ? OptionalInt.of(code.intValue())
                    : OptionalInt.empty();
        } catch (JsonProcessingException notJson) {
            return OptionalInt.empty();
        }
    }
}
