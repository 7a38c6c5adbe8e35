package io.adskull.dashboard.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slack's own markup, read into plain pieces that a template can show; none of them holds markup.
public record Mrkdwn(List<Line> lines) {
    private static final Pattern MARKED = Pattern.compile("`(?<code>[^`]+)`"
            + "|<(?<url>https?://[^|>\\s]+)(\\|(?<label>[^>]*))?>"
            + "|(?<![\\w*])\\*(?<bold>[^*]+)\\*(?![\\w*])"
            + "|(?<![\\w_])_(?<italic>[^_]+)_(?![\\w_])");

    public record Line(boolean quoted, List<Span> spans) {}

    /// @param style `plain`, `bold`, `italic`, `code` or `link`
    /// @param url of a link, else empty; http or https
    public record Span(String style, String text, String url) {}

    static Mrkdwn of(String text) {
        return new Mrkdwn(text.lines().map(Mrkdwn::line).toList());
    }

    private static Line line(String text) {
        boolean quoted = text.startsWith("> ") || text.startsWith("&gt; ");
        return new Line(quoted, spans(quoted ? text.substring(text.indexOf(' ') + 1) : text));
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(line);
        int end = 0;
        while (marked.find()) {
            plain(line.substring(end, marked.start())).ifPresent(spans::add);
            spans.add(span(marked));
            end = marked.end();
        }
        plain(line.substring(end)).ifPresent(spans::add);
        return List.copyOf(spans);
    }

    private static Span span(Matcher marked) {
        if (marked.group("url") != null) {
            String label = Optional.ofNullable(marked.group("label")).orElse(marked.group("url"));
            return new Span("link", unescaped(label), unescaped(marked.group("url")));
        }
        for (String style : List.of("code", "bold", "italic")) {
            if (marked.group(style) != null) {
                return new Span(style, unescaped(marked.group(style)), "");
            }
        }
        return new Span("plain", unescaped(marked.group()), "");
    }

    private static Optional<Span> plain(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Span("plain", unescaped(text), ""));
    }

    /// The three characters that Slack escapes.
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
