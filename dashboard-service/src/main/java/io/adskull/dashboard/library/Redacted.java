package io.adskull.dashboard.library;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leaves out of a text what may be a secret: what stands after a word for one, and what is too long and mixed for
/// anything else. Ids that the answer itself calls log or request id stay, for support asks for them.
record Redacted(List<String> known) {
    private static final String GONE = "[left out]";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:token|secret|password|key|code|authorization)[\"']?\\s*[:=]\\s*[\"']?|bearer\\s+)"
                    + "(?=\\S*\\d|\\S{16})[^\\s\"',;&<>]{8,}");
    /// Letters and digits mixed as no word, path or number is.
    private static final Pattern MIXED = Pattern.compile(
            "(?=[A-Za-z0-9_+.|~%-]{0,200}[0-9])(?=[A-Za-z0-9_+.|~%-]{0,200}[A-Za-z])[A-Za-z0-9_+.|~%-]{20,}"
                    + "|[A-Za-z0-9]{40,}");

    Redacted {
        known = known.stream().filter(id -> ID.matcher(id).matches()).toList();
    }

    String of(String text) {
        String named = NAMED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + GONE));
        return MIXED.matcher(named)
                .replaceAll(match -> Matcher.quoteReplacement(stays(match.group()) ? match.group() : GONE));
    }

    /// A sentence's full stop may stand behind an id.
    private boolean stays(String word) {
        return known.contains(word) || word.endsWith(".") && known.contains(word.substring(0, word.length() - 1));
    }
}
