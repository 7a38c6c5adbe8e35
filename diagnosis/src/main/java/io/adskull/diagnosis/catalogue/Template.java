package io.adskull.diagnosis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text with placeholders such as `{account}`, split once when the catalogue is loaded.
record Template(List<Part> parts) {

    sealed interface Part {
        record Literal(String text) implements Part {}

        record Open(Placeholder placeholder) implements Part {}
    }

    Template {
        parts = List.copyOf(parts);
    }

    /// @throws CatalogueMistake when the text names a placeholder that does not exist
    static Template of(Section where, String key, String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw where.mistake(key, "a placeholder is not closed in \"" + text + "\"");
            }
            String name = text.substring(open + 1, close);
            parts.add(new Part.Literal(text.substring(at, open)));
            parts.add(new Part.Open(Placeholder.find(name)
                    .orElseThrow(() -> where.mistake(key, "placeholder {" + name + "} does not exist"))));
            at = close + 1;
        }
        parts.add(new Part.Literal(text.substring(at)));
        return new Template(parts);
    }

    /// Whether it can be filled whatever is known.
    boolean certain() {
        return parts.stream()
                .noneMatch(part -> part instanceof Part.Open open
                        && open.placeholder().standIn().isEmpty());
    }

    /// Empty when a value is not known and nothing can stand for it.
    Optional<String> fill(Map<Placeholder, String> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Open open -> {
                    String value = values.getOrDefault(
                            open.placeholder(), open.placeholder().standIn());
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    text.append(value);
                }
            }
        }
        if (!text.isEmpty()) {
            text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        }
        return Optional.of(text.toString());
    }
}
