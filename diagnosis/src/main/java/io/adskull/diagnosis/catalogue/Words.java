package io.adskull.diagnosis.catalogue;

import java.util.Arrays;
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
        int length = Math.min(message.length(), COMPARED);
        char[] plain = new char[length];
        int kept = 0;
        boolean space = false;
        for (int i = 0; i < length; i++) {
            char c = message.charAt(i);
            if (c == ' ' || c == '_' || c == '\u00a0' || Character.isWhitespace(c)) {
                space = kept > 0;
                continue;
            }
            if (space) {
                plain[kept++] = ' ';
                space = false;
            }
            plain[kept++] = c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c);
        }
        String words = new String(plain, 0, shortenRuns(plain, kept));
        return words.indexOf('\'') < 0 && !words.contains("can not") ? words : spelledOut(words);
    }

    /// Ids would make every message a new one; what they are never decides. Six digits are left of a longer number,
    /// and all ids of nine digits and more are alike. What is longer than any word is a key or a trap, and is cut.
    ///
    /// @return how many characters are left
    private static int shortenRuns(char[] plain, int length) {
        int kept = 0;
        int digits = 0;
        int run = 0;
        for (int i = 0; i < length; i++) {
            char c = plain[i];
            boolean digit = c >= '0' && c <= '9';
            digits = digit ? digits + 1 : 0;
            run = digit || c >= 'a' && c <= 'z' ? run + 1 : 0;
            if (digits == 9 && run <= LONGEST_WORD) {
                Arrays.fill(plain, kept - 6, kept, '0');
            }
            if (digits <= 6 && run <= LONGEST_WORD) {
                plain[kept++] = digits == 6 ? '0' : c;
            }
        }
        return kept;
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
