package io.adskull.notifier.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a tenant calls some of its accounts, such as `brand-a`: the same however it was typed.
record Label(String text) implements Comparable<Label> {
    private static final int LONGEST = 50;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_ -]{1," + LONGEST + "}");

    /// @throws BadRequest when it is none
    static Label parse(@Nullable String given) {
        String text =
                given == null ? "" : Normalizer.normalize(given.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!ALLOWED.matcher(text).matches()) {
            throw new BadRequest("A label has 1 to " + LONGEST
                    + " letters, digits, spaces, - and _, such as brand-a; this has not: \"" + shown(text) + "\".");
        }
        return new Label(text);
    }

    private static String shown(String text) {
        return text.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public int compareTo(Label other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
