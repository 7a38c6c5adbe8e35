package io.adskull.diagnosis.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How easily a text reads, by Rudolf Flesch: 100 is very easy, 60 plain English, under 50 hard.
final class ReadingEase {
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?:;])\\s+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9'’.-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /// The ends of "used" and "pages" sound like nothing; those of "tested" and "changes" do.
    private static final Pattern SILENT_ED = Pattern.compile("[^aeiouytd]ed$");

    private static final Pattern SILENT_ES = Pattern.compile("[^aeiouysxzcgh]es$");

    private ReadingEase() {}

    /// @param texts each ends a sentence, whether or not a full stop stands there
    static double of(List<String> texts) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (String text : texts) {
            for (String sentence : END_OF_SENTENCE.split(text)) {
                List<String> found = WORD.matcher(sentence)
                        .results()
                        .map(word -> word.group())
                        .toList();
                sentences += found.isEmpty() ? 0 : 1;
                words += found.size();
                syllables += found.stream().mapToInt(ReadingEase::syllables).sum();
            }
        }
        return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
    }

    static int syllables(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int heard = (int) VOWELS.matcher(letters).results().count();
        boolean silentEnd = letters.endsWith("e") && !letters.endsWith("le")
                || SILENT_ED.matcher(letters).find()
                || SILENT_ES.matcher(letters).find();
        return Math.max(1, silentEnd ? heard - 1 : heard);
    }
}
