package io.adskull.diagnosis.explain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// An explanation for a person at a terminal.
final class PlainText {
    private static final int WIDTH = 100;

    private final Ansi ansi;

    PlainText(Ansi ansi) {
        this.ansi = ansi;
    }

    String of(Explanation said) {
        if (said.healthy()) {
            return styled("bold,green", "The call worked.") + "\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(styled("bold", said.title())).append("\n\n");
        text.append(wrapped(String.valueOf(said.explanation()), "", "")).append('\n');
        field(text, "Platform", platform(said));
        field(text, "Cause", said.cause() + " (" + lower(said.confidence()) + ")");
        field(text, "Who acts", said.actor() == null ? null : said.actor().displayName());
        field(text, "Concerns", said.resource() == null ? null : said.resource().displayName());
        field(text, "Log id", said.logId());
        text.append('\n').append(styled("bold", "What to do")).append('\n');
        for (int i = 0; i < said.steps().size(); i++) {
            String number = (i + 1) + ". ";
            text.append(wrapped(said.steps().get(i), "  " + number, "  " + " ".repeat(number.length())));
        }
        text.append('\n').append(styled("bold", "Why")).append('\n');
        said.evidence().forEach(sentence -> text.append(wrapped(sentence, "  - ", "    ")));
        section(text, "What would decide", said.check());
        section(text, "Often mistaken for", said.mistakenFor());
        section(text, "To forward", said.forwardable());
        if (said.docs() != null) {
            text.append("\nMore: ").append(said.docs()).append('\n');
        }
        return text.toString();
    }

    private static @Nullable String platform(Explanation said) {
        if (said.platform() == null) {
            return null;
        }
        return said.platform().displayName() + (said.platformGuessed() ? " (told from the answer)" : "");
    }

    private static String lower(@Nullable Object name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    private void section(StringBuilder text, String heading, @Nullable String words) {
        if (words != null) {
            text.append('\n').append(styled("bold", heading)).append('\n').append(wrapped(words, "  ", "  "));
        }
    }

    private static void field(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(String.format(Locale.ROOT, "%-9s %s%n", name, oneLine(value)));
        }
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
