package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds codes by what people type: a code or the start of one, a platform's name, words of the title or the
/// advice. Every word that is typed must be found.
record WordIndex(List<Indexed> all) {
    private static final int LONGEST_QUERY = 100;
    private static final int NOT_FOUND = -1;
    /// People type them beside every code.
    private static final Set<String> SAYING_NOTHING = Set.of("error", "errors", "code", "codes", "api", "the", "a");

    /// @param title with a space before each word
    /// @param rest with a space before each word
    private record Indexed(Entry entry, String code, String platform, String title, String rest) {

        static Indexed of(Entry entry) {
            return new Indexed(
                    entry,
                    entry.code().toLowerCase(Locale.ROOT),
                    words(entry.platform().id() + " " + entry.platform().displayName()) + " ",
                    words(entry.title() + " " + entry.cause() + " " + entry.code()),
                    words(entry.explanation() + " " + entry.mistakenFor().orElse("")));
        }

        /// How well it fits; negative when a word is missing.
        int fit(List<String> typed) {
            int sum = 0;
            for (String word : typed) {
                int one = fit(word);
                if (one == NOT_FOUND) {
                    return NOT_FOUND;
                }
                sum += one;
            }
            return sum;
        }

        private int fit(String word) {
            if (code.equals(word)) {
                return 1_000;
            }
            if (platform.contains(words(word) + " ")) {
                return 300;
            }
            if (code.startsWith(word)) {
                return 100;
            }
            if (title.contains(words(word))) {
                return 30;
            }
            if (word.length() > 2 && code.contains(word)) {
                return 20;
            }
            return word.length() > 2 && rest.contains(words(word)) ? 3 : NOT_FOUND;
        }
    }

    static WordIndex of(Stream<Entry> entries) {
        return new WordIndex(entries.map(Indexed::of).toList());
    }

    /// The best first; what fits alike stands in the catalogue's order.
    List<Entry> find(String query, Optional<Platform> platform) {
        List<String> typed = typed(query);
        if (typed.isEmpty()) {
            return List.of();
        }
        record Hit(Entry entry, int fit) {}
        return all.stream()
                .filter(one -> platform.isEmpty() || one.entry().platform() == platform.get())
                .map(one -> new Hit(one.entry(), one.fit(typed)))
                .filter(hit -> hit.fit() != NOT_FOUND)
                .sorted(Comparator.comparingInt(Hit::fit).reversed())
                .map(Hit::entry)
                .toList();
    }

    private static List<String> typed(String query) {
        String read = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        return Arrays.stream(read.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !words(word).isBlank())
                .filter(word -> !SAYING_NOTHING.contains(word))
                .toList();
    }

    /// In lower case, with one space before each word.
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }
}
