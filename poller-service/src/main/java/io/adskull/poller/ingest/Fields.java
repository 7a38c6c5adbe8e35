package io.adskull.poller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object; notes what is wrong with each instead of stopping at the first.
record Fields(JsonNode json, @Nullable Integer index, List<BadField> wrong) {

    /// Null counts as absent.
    boolean has(String name) {
        return json.hasNonNull(name);
    }

    void refuse(String name, String detail) {
        wrong.add(new BadField(index, name, detail));
    }

    /// Empty when the field is absent or wrong.
    ///
    /// @param must what the field must be, such as `must be a UUID`
    /// @param reading empty when the value is not that
    <T> Optional<T> optional(String name, String must, Function<JsonNode, Optional<T>> reading) {
        if (!has(name)) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(json.get(name));
        if (value.isEmpty()) {
            refuse(name, must);
        }
        return value;
    }

    <T> Optional<T> required(String name, String must, Function<JsonNode, Optional<T>> reading) {
        if (!has(name)) {
            refuse(name, "is missing; it " + must);
        }
        return optional(name, must, reading);
    }

    static Optional<String> text(JsonNode value) {
        return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    static Function<JsonNode, Optional<Integer>> between(int least, int most) {
        return value -> Optional.of(value)
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue)
                .filter(number -> number >= least && number <= most);
    }

    /// Text that can be one line of a header: no line ends, nothing invisible, no half characters.
    static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
    }
}
