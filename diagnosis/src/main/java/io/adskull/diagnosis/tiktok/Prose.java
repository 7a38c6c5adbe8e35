package io.adskull.diagnosis.tiktok;

import io.adskull.diagnosis.dialect.PlatformError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A body that is no envelope: plain text, a page, cut JSON, noise or nothing.
///
/// @param foreign whether a server in front of TikTok speaks, so that its words say nothing about the account
record Prose(String surface, boolean foreign, Optional<String> code, Optional<String> message) {
    private static final int READ = 4_096;
    private static final Pattern CODE = Pattern.compile("(?i)\\b(?:code|error|errno|status)\\W{0,6}([4-7]\\d{4})\\b");
    private static final Pattern TITLE = Pattern.compile("(?is)<(?:title|h1)[^>]{0,200}>([^<]{1,300})");
    private static final Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");

    /// Empty where a body without content is TikTok's way to say yes.
    static Optional<Prose> of(byte[] body, Optional<Integer> status, String path) {
        boolean serverFault = status.filter(s -> s >= 500).isPresent();
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            boolean revoked = path.contains("oauth/revoke")
                    && status.filter(s -> s / 100 == 2).isPresent();
            return revoked
                    ? Optional.empty()
                    : Optional.of(new Prose("empty", true, Optional.empty(), Optional.empty()));
        }
        if (text.startsWith("<")) {
            return Optional.of(new Prose("gateway", true, Optional.empty(), Optional.of(title(text))));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.of(new Prose("cut", true, Optional.empty(), Optional.empty()));
        }
        if (isNoise(text)) {
            return Optional.of(new Prose("noise", true, Optional.empty(), Optional.empty()));
        }
        Optional<Envelope> inside = inside(text);
        if (inside.isPresent()) {
            Optional<String> code = inside.get().first("code", "error.code", "error");
            Optional<String> message = inside.get().first("message", "error.message", "error_description", "msg");
            return Optional.of(new Prose("text", false, code.filter(c -> !c.equals("0")), message));
        }
        return Optional.of(new Prose(
                serverFault ? "gateway" : "text", serverFault, found(CODE, text), Optional.of(cut(unquoted(text)))));
    }

    /// An envelope quoted in a sentence, as SDKs and proxies do.
    private static Optional<Envelope> inside(String text) {
        int brace = text.indexOf('{');
        if (brace < 0) {
            return Optional.empty();
        }
        int end = text.lastIndexOf('}');
        if (end < brace) {
            return Optional.empty();
        }
        return EnvelopeReader.read(text.substring(brace, end + 1).getBytes(StandardCharsets.UTF_8), 0)
                .filter(envelope ->
                        envelope.first("code", "error.code", "error").isPresent());
    }

    private static String title(String html) {
        return found(TITLE, html)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .orElseGet(() -> cut(TAGS.matcher(html).replaceAll(" ").strip()));
    }

    /// Mostly characters that no sentence has.
    private static boolean isNoise(String text) {
        long odd = text.chars()
                .filter(c -> c == 0xFFFD || c < ' ' && c != '\n' && c != '\r' && c != '\t')
                .count();
        return odd * 10 > text.length();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String cut(String text) {
        return text.length() <= PlatformError.LONGEST_MESSAGE ? text : text.substring(0, PlatformError.LONGEST_MESSAGE);
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
