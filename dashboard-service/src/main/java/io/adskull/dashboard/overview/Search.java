package io.adskull.dashboard.overview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Words that somebody looks for, each of which must be found.
///
/// @param text without blanks around it, cut where it is too long: each word costs a condition
record Search(String text) {
    private static final int LONGEST = 200;

    Search {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
    }

    /// One for each word, in small letters, for `like … escape '\'`.
    List<String> patterns() {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + literally(word) + "%")
                .toList();
    }

    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
