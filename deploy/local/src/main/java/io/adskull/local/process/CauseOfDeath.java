package io.adskull.local.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One sentence for why a process ended, from its exit code and its last lines; a stack trace stays in the log.
public final class CauseOfDeath {

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;
    /// `-XX:+ExitOnOutOfMemoryError`
    private static final int OUT_OF_MEMORY = 3;

    /// `Caused by: com.example.SomeException: what a person wants to read`
    private static final Pattern CAUSE = Pattern.compile("\\s*(?:Caused by|Suppressed): (?:[\\w$]+\\.)+[\\w$]+: (.+)");

    private static final Pattern OWN_WORDS = Pattern.compile(".* could not start: (.+)");
    private static final Pattern ERROR = Pattern.compile(".*\\b(?:ERROR|SEVERE|FATAL)\\b\\s*(.+)");
    private static final int READABLE = 240;

    private CauseOfDeath() {}

    /// What happened to it, as the end of a sentence that begins with its name.
    public static String of(int exitCode, List<String> lastLines) {
        return switch (exitCode) {
            case KILLED -> "was killed (SIGKILL)";
            case TERMINATED -> "was stopped (SIGTERM)";
            case OUT_OF_MEMORY -> "ran out of memory";
            default ->
                "ended with exit code " + exitCode
                        + lastWords(lastLines).map(words -> ": " + words).orElse("");
        };
    }

    /// The innermost cause if there is one, else the last error, else the last line.
    static Optional<String> lastWords(List<String> lines) {
        return last(lines, CAUSE)
                .or(() -> last(lines, OWN_WORDS))
                .or(() -> last(lines, ERROR))
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                        .findFirst())
                .map(String::strip)
                .map(words -> words.length() > READABLE ? words.substring(0, READABLE) + "…" : words);
    }

    private static Optional<String> last(List<String> lines, Pattern pattern) {
        return lines.reversed().stream()
                .map(pattern::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
