package io.adskull.diagnosis.explain;

import io.adskull.diagnosis.Diagnosis;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// An explanation for a person at a terminal.
final class PlainText {
    private static final int WIDTH = 100;

    private final Ansi ansi;

    PlainText(Ansi ansi) {
        this.ansi = ansi;
    }

    String of(Explanation explanation) {
        return explanation
                .diagnosis()
                .map(this::failing)
                .orElseGet(() -> styled("bold,green", "The call worked.") + "\n");
    }

    private String failing(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        text.append(styled("bold", diagnosis.title())).append("\n\n");
        text.append(wrapped(diagnosis.explanation(), "", "")).append('\n');
        field(
                text,
                "Cause",
                Optional.of(
                        diagnosis.cause() + " (" + diagnosis.confidence().name().toLowerCase(Locale.ROOT) + ")"));
        field(text, "Who acts", Optional.of(diagnosis.actor().displayName()));
        field(text, "Concerns", diagnosis.resource().map(r -> r.displayName()));
        field(text, "Log id", diagnosis.logId());
        text.append('\n').append(styled("bold", "What to do")).append('\n');
        for (int i = 0; i < diagnosis.steps().size(); i++) {
            String number = (i + 1) + ". ";
            text.append(wrapped(diagnosis.steps().get(i), "  " + number, "  " + " ".repeat(number.length())));
        }
        text.append('\n').append(styled("bold", "Why")).append('\n');
        diagnosis.evidence().forEach(sentence -> text.append(wrapped(sentence, "  - ", "    ")));
        diagnosis.forwardable().ifPresent(message -> text.append('\n')
                .append(styled("bold", "To forward"))
                .append('\n')
                .append(wrapped(message, "  ", "  ")));
        diagnosis.docs().ifPresent(url -> text.append("\nMore: ").append(url).append('\n'));
        return text.toString();
    }

    private void field(StringBuilder text, String name, Optional<String> value) {
        value.ifPresent(v -> text.append(String.format(Locale.ROOT, "%-9s %s%n", name, oneLine(v))));
    }

    private String styled(String style, String text) {
        return ansi.enabled()
                ? ansi.new Text("@|" + style + " X|@").toString().replace("X", oneLine(text))
                : oneLine(text);
    }

    private static String wrapped(String text, String first, String rest) {
        StringBuilder lines = new StringBuilder(first);
        int column = first.length();
        boolean start = true;
        for (String word : oneLine(text).split(" ")) {
            if (!start && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(rest);
                column = rest.length();
                start = true;
            }
            if (!start) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
            start = false;
        }
        return lines.append('\n').toString();
    }

    /// A platform's words may hold anything; control characters must not reach the terminal.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
