package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.diagnosis.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of text a body is, whatever its content type claims. Total and bounded: any bytes become one of these.
public sealed interface Content {

    /// An object or array; also what a form or a redirect address says, as an object of its parameters.
    ///
    /// @param whole false when it was cut off, or continues with something else
    record Json(JsonNode root, boolean whole) implements Content {}

    /// An HTML page, as servers in front of a platform send it.
    ///
    /// @param words its title and heading, or else all its words
    record Page(String words) implements Content {}

    /// Any other markup, such as a SOAP fault or a part of one.
    record Markup(String text) implements Content {}

    /// A sentence, a line of a log, an exception's text.
    ///
    /// @param quoted the JSON object that stands in it, as SDKs and proxies quote it
    record Text(String text, Optional<JsonNode> quoted) implements Content {}

    /// Mostly characters that no text has.
    record Noise() implements Content {}

    record Empty() implements Content {}

    /// How many bytes of a body that is no JSON are looked at.
    int READ = 16 << 10;

    static Content of(Answer answer) {
        return of(answer.body());
    }

    static Content of(byte[] body) {
        int from = start(body);
        if (from == body.length) {
            return new Empty();
        }
        if (body[from] == '{' || body[from] == '[') {
            Optional<JsonText> json = JsonText.read(body, from);
            boolean says = json.filter(j -> j.whole() || j.root().size() > 0).isPresent();
            if (says) {
                return new Json(json.get().root(), json.get().whole());
            }
        }
        String text = new String(body, from, Math.min(body.length - from, READ), StandardCharsets.UTF_8).strip();
        if (isNoise(text)) {
            return new Noise();
        }
        if (text.startsWith("<")) {
            return HTML.matcher(text).find() ? new Page(words(text)) : new Markup(text);
        }
        return form(text)
                .<Content>map(form -> new Json(form, true))
                .orElseGet(() -> new Text(unquoted(text), inside(text)));
    }

    private static int start(byte[] body) {
        int at = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    /// An object quoted in a sentence.
    private static Optional<JsonNode> inside(String text) {
        int brace = text.indexOf('{');
        if (brace < 0) {
            return Optional.empty();
        }
        byte[] rest = text.substring(brace).getBytes(StandardCharsets.UTF_8);
        return JsonText.read(rest, 0).map(JsonText::root).filter(root -> root.size() > 0);
    }

    /// `a=b&c=d`, alone or behind the `?` or `#` of an address.
    private static Optional<ObjectNode> form(String text) {
        Matcher query = FORM.matcher(text);
        if (text.indexOf('=') < 0 || !query.matches()) {
            return Optional.empty();
        }
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (String pair : query.group(1).split("&", 50)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.of(form);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String words(String html) {
        Matcher titles = TITLE.matcher(html);
        StringBuilder words = new StringBuilder();
        while (titles.find() && words.length() < 600) {
            String title = titles.group(1).strip();
            if (words.indexOf(title) < 0) {
                words.append(words.isEmpty() ? "" : ". ").append(title);
            }
        }
        String rest = TAGS.matcher(SCRIPTS.matcher(html).replaceAll(" "))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.isEmpty() || rest.length() <= 300 ? rest : words.toString();
    }

    private static boolean isNoise(String text) {
        int odd = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            odd += c == 0xFFFD || c < ' ' && c != '\n' && c != '\r' && c != '\t' ? 1 : 0;
        }
        return odd * 10L > text.length();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    Pattern HTML = Pattern.compile("(?is)^.{0,200}?<(?:!doctype html|html|head|body|title|h1)\\b");
    Pattern TITLE = Pattern.compile("(?is)<(?:title|h1|h2)\\b[^>]{0,200}>([^<]{1,300})");
    Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");
    Pattern SCRIPTS = Pattern.compile("(?is)<(script|style)\\b.{0,8000}?</\\1>");
    Pattern FORM = Pattern.compile(
            "(?s)(?:https?://[^\\s?#]{1,300})?[?#]?(\\w{1,40}=[^\\s&]{0,2000}(?:&\\w{1,40}=[^\\s&]{0,2000}){0,40})");
}
