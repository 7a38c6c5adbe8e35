package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.composition.MarkdownTextObject;
import io.adskull.notifier.channel.Untrusted;
import java.util.stream.Collectors;

/// Slack's own markup, built from text that nobody here wrote.
final class Mrkdwn {
    private Mrkdwn() {}

    /// Escapes the three characters that Slack reads as control characters, so that `<!channel>` is only text.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String line(String text, int max) {
        return escaped(Untrusted.line(text, max));
    }

    static String paragraph(String text, int max) {
        return escaped(Untrusted.paragraph(text, max));
    }

    /// As something to copy.
    static String code(String text) {
        return "`" + line(text.replace('`', '\''), 200) + "`";
    }

    static String quoted(String text, int max) {
        return paragraph(text, max).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /// @param url already checked to be safe
    static String link(String url, String label) {
        return "<" + escaped(url.replace("|", "%7C")) + "|" + escaped(label) + ">";
    }

    /// A text object of at most `max` characters, that Slack must not enrich with links or mentions of its own.
    static MarkdownTextObject text(String mrkdwn, int max) {
        return MarkdownTextObject.builder()
                .text(cutMarkup(mrkdwn, max))
                .verbatim(true)
                .build();
    }

    /// Escaping lengthens a text, so it can outgrow its limit after it was cut; never leaves half an `&amp;`
    /// behind.
    private static String cutMarkup(String mrkdwn, int max) {
        String cut = Untrusted.cut(mrkdwn, max);
        int entity = cut.lastIndexOf('&');
        boolean halved = cut.length() < mrkdwn.length() && entity >= 0 && cut.indexOf(';', entity) < 0;
        return halved ? cut.substring(0, entity) + "…" : cut;
    }
}
