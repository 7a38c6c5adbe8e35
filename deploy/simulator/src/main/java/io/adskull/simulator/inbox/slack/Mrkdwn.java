package io.adskull.simulator.inbox.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slack's own markup. Nothing that arrives reaches a page unescaped, and only web and mail addresses become
/// links.
final class Mrkdwn {
    private static final Pattern TOKEN = Pattern.compile(
            "```(?<pre>.+?)```|`(?<code>[^`\n]+)`|<(?<target>[^<>|\n]+)(?:\\|(?<label>[^<>\n]*))?>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("(?<![\\w*])\\*(?=\\S)(?<bold>[^*\n]+?)(?<=\\S)\\*(?![\\w*])"
            + "|(?<![\\w_])_(?=\\S)(?<italic>[^_\n]+?)(?<=\\S)_(?![\\w_])"
            + "|(?<![\\w~])~(?=\\S)(?<strike>[^~\n]+?)(?<=\\S)~(?![\\w~])");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:)\\S+");

    private Mrkdwn() {}

    /// Safe HTML.
    static String html(String mrkdwn) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(mrkdwn);
        int end = 0;
        while (token.find()) {
            html.append(styled(mrkdwn.substring(end, token.start())));
            html.append(tokenHtml(token));
            end = token.end();
        }
        return html.append(styled(mrkdwn.substring(end))).toString();
    }

    /// What is left when all markup is gone.
    static String plain(String mrkdwn) {
        Matcher token = TOKEN.matcher(mrkdwn);
        String flat = token.replaceAll(found -> Matcher.quoteReplacement(tokenText(token)));
        Matcher style = STYLE.matcher(flat);
        return Emoji.shown(unescaped(style.replaceAll(found ->
                Matcher.quoteReplacement(first(style.group("bold"), style.group("italic"), style.group("strike"))))));
    }

    static List<String> links(String mrkdwn) {
        List<String> links = new ArrayList<>();
        Matcher token = TOKEN.matcher(mrkdwn);
        while (token.find()) {
            String target = token.group("target");
            if (target != null && LINK.matcher(unescaped(target)).matches()) {
                links.add(unescaped(target));
            }
        }
        return links;
    }

    static boolean linkable(String address) {
        return LINK.matcher(address).matches();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String tokenHtml(Matcher token) {
        if (token.group("pre") != null) {
            return "<pre>" + escaped(unescaped(token.group("pre").strip())) + "</pre>";
        }
        if (token.group("code") != null) {
            return "<code>" + escaped(unescaped(token.group("code"))) + "</code>";
        }
        String target = unescaped(token.group("target"));
        String text = escaped(tokenText(token));
        if (target.startsWith("!") || target.startsWith("@") || target.startsWith("#")) {
            return "<span class=\"mention\">" + text + "</span>";
        }
        return linkable(target)
                ? "<a href=\"" + escaped(target) + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + text + "</a>"
                : escaped(unescaped(token.group()));
    }

    private static String tokenText(Matcher token) {
        if (token.group("pre") != null) {
            return token.group("pre");
        }
        if (token.group("code") != null) {
            return token.group("code");
        }
        String label = token.group("label");
        String target = unescaped(token.group("target"));
        boolean mention = target.startsWith("!") || target.startsWith("@") || target.startsWith("#");
        if (!mention && !linkable(target)) {
            return token.group();
        }
        if (label != null && !label.isEmpty()) {
            return unescaped(label);
        }
        return target.startsWith("!") ? "@" + target.substring(1) : target;
    }

    private static String styled(String text) {
        Matcher style = STYLE.matcher(text);
        StringBuilder html = new StringBuilder();
        int end = 0;
        while (style.find()) {
            html.append(lines(text.substring(end, style.start())));
            String element = style.group("bold") != null ? "strong" : style.group("italic") != null ? "em" : "s";
            String inner = first(style.group("bold"), style.group("italic"), style.group("strike"));
            html.append("<" + element + ">").append(lines(inner)).append("</" + element + ">");
            end = style.end();
        }
        return html.append(lines(text.substring(end))).toString();
    }

    private static String lines(String text) {
        return escaped(Emoji.shown(unescaped(text))).replace("\n", "<br>");
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
