package io.adskull.diagnosis.catalogue;

import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/// How messages are compared: in lower case, underscores and runs of white space as one space, straight
/// apostrophes. Patterns of the catalogue are written in that form, so that `Invalid access_token` and `invalid
/// access token` are one wording.
final class Words {
    /// Real messages are shorter; the rest of a long one would only make matching slow.
    private static final int COMPARED = 800;

    private static final int LONGEST_WORD = 60;

    private Words() {}

    static String plain(String message) {
        StringBuilder plain = new StringBuilder(Math.min(message.length(), COMPARED));
        boolean space = false;
        for (int i = 0; i < Math.min(message.length(), COMPARED); i++) {
            char c = message.charAt(i);
            if (c == '_' || Character.isWhitespace(c) || c == '\u00a0') {
                space = !plain.isEmpty();
                continue;
            }
            if (space) {
                plain.append(' ');
                space = false;
            }
            plain.append(c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c));
        }
        shortenRuns(plain);
        return plain.indexOf("'") < 0 && plain.indexOf("can not") < 0 ? plain.toString() : spelledOut(plain.toString());
    }

    /// Ids would make every message a new one; what they are never decides. Six digits are left of a longer number,
    /// and all ids of nine digits and more are alike. What is longer than any word is a key or a trap, and is cut.
    private static void shortenRuns(StringBuilder plain) {
        int kept = 0;
        int digits = 0;
        int run = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits = digit ? digits + 1 : 0;
            run = digit || c >= 'a' && c <= 'z' ? run + 1 : 0;
            if (digits == 9 && run <= LONGEST_WORD) {
                plain.replace(kept - 6, kept, "000000");
            }
            if (digits <= 6 && run <= LONGEST_WORD) {
                plain.setCharAt(kept++, digits == 6 ? '0' : c);
            }
        }
        plain.setLength(kept);
    }

    /// "does not" for "doesn't", so that patterns need one form only.
    private static String spelledOut(String plain) {
        return plain.replace("can't", "cannot")
                .replace("won't", "will not")
                .replace("n't", " not")
                .replace("can not", "cannot");
    }

    /// @throws CatalogueMistake when the pattern is not a regular expression or could never match plain words
    static Wording wording(Section where, String key, String regex) {
        if (!regex.equals(regex.toLowerCase(Locale.ROOT)) || regex.indexOf('_') >= 0) {
            refuseUnlessEscaped(where, key, regex);
        }
        try {
            return new Wording(regex);
        } catch (PatternSyntaxException e) {
            throw where.mistake(key, "pattern \"" + regex + "\" is no regular expression: " + e.getDescription());
        }
    }

    /// `\W` and the like are no letters of the message.
    private static void refuseUnlessEscaped(Section where, String key, String regex) {
        String letters = regex.replaceAll("\\\\.", "");
        if (!letters.equals(letters.toLowerCase(Locale.ROOT)) || letters.contains("_")) {
            throw where.mistake(
                    key,
                    "pattern \"" + regex
                            + "\" never matches: messages are compared in lower case, underscores as spaces");
        }
    }
}
