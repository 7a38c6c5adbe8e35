package io.adskull.diagnosis.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text with placeholders such as `{account}`, split once when the catalogue is loaded. What stands in `[[…]]`
/// is left out when a value in it is not known.
final class Template {
    private final List<Part> parts;
    /// All that it says, where it leaves nothing open.
    private final Optional<String> fixed;

    sealed interface Part {
        record Literal(String text) implements Part {}

        record Open(Placeholder placeholder) implements Part {}

        record Aside(Template template) implements Part {}
    }

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
        boolean open = parts.stream().anyMatch(part -> !(part instanceof Part.Literal));
        fixed = open ? Optional.empty() : capitalised(raw(Map.of()));
    }

    /// @throws CatalogueMistake when the text names a placeholder that does not exist, or something in it is not
    /// closed
    static Template of(Section where, String key, String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int aside = text.indexOf("[["); aside >= 0; aside = text.indexOf("[[", at)) {
            int end = text.indexOf("]]", aside);
            if (end < 0) {
                throw where.mistake(key, "[[ is not closed in \"" + text + "\"");
            }
            parts.addAll(flat(where, key, text.substring(at, aside)));
            parts.add(new Part.Aside(new Template(flat(where, key, text.substring(aside + 2, end)))));
            at = end + 2;
        }
        parts.addAll(flat(where, key, text.substring(at)));
        return new Template(parts);
    }

    /// Whether it can be filled whatever is known.
    boolean certain() {
        return parts.stream()
                .noneMatch(part -> part instanceof Part.Open open
                        && open.placeholder().standIn().isEmpty());
    }

    /// Whether these words stand in it.
    boolean says(String words) {
        return parts.stream().anyMatch(part -> switch (part) {
            case Part.Literal literal -> literal.text().contains(words);
            case Part.Aside aside -> aside.template().says(words);
            case Part.Open _ -> false;
        });
    }

    /// Empty when a value is not known and nothing can stand for it. Starts with a capital.
    Optional<String> fill(Map<Placeholder, String> values) {
        return fixed.isPresent() ? fixed : capitalised(raw(values));
    }

    private static Optional<String> capitalised(@Nullable StringBuilder text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.isEmpty()) {
            text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        }
        return Optional.of(text.toString());
    }

    /// Null when a value is not known and nothing can stand for it.
    private @Nullable StringBuilder raw(Map<Placeholder, String> values) {
        StringBuilder text = new StringBuilder(160);
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> {
                    // A platform's words may bring their own full stop.
                    boolean twice = literal.text().startsWith(".") && endsSentence(text);
                    text.append(literal.text(), twice ? 1 : 0, literal.text().length());
                }
                case Part.Aside aside -> {
                    StringBuilder inside = aside.template().raw(values);
                    if (inside != null) {
                        text.append(inside);
                    }
                }
                case Part.Open open -> {
                    String value = values.get(open.placeholder());
                    String said =
                            value == null ? goingOn(text, open.placeholder().standIn()) : value;
                    if (said.isEmpty()) {
                        return null;
                    }
                    text.append(said);
                }
            }
        }
        return text;
    }

    /// What is left to say of a stand-in: "the permission {scope}" becomes "the permission in question", and names
    /// the permission once.
    private static String goingOn(StringBuilder text, String standIn) {
        for (int end = standIn.lastIndexOf(' ') + 1; end > 0; end = standIn.lastIndexOf(' ', end - 2) + 1) {
            String start = standIn.substring(0, end);
            if (text.length() >= end && text.substring(text.length() - end).equals(start)) {
                return standIn.substring(end);
            }
        }
        return standIn;
    }

    /// Whether no full stop need follow, be it within quotation marks.
    static boolean endsSentence(CharSequence text) {
        int last = text.length() - 1;
        if (last > 0 && "'\")".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ".!?".indexOf(text.charAt(last)) >= 0;
    }

    private static List<Part> flat(Section where, String key, String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
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
        return parts;
    }
}
