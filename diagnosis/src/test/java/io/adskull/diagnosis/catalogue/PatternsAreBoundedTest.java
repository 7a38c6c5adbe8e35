package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages come from anybody. No pattern may take more looks at one of them than this, however it is worded.
class PatternsAreBoundedTest {
    /// A few milliseconds. A simple pattern takes a few thousand looks at the longest message.
    private static final long MOST_LOOKS = 1_000_000;

    private static final int LONGEST = 800;

    /// Platforms share patterns.
    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource(Platform.class)
    void noPatternIsSlowOnAnyMessage(Platform platform) {
        var slow = new TreeMap<String, Long>();
        for (Rule rule : Diagnostician.bundled().catalogue(platform).rules()) {
            for (Wording wording : rule.when().message()) {
                if (!LOOKED_AT.add(wording.regex())) {
                    continue;
                }
                for (String message : hostile(wording)) {
                    var counted = new Counted(Words.plain(message));
                    boolean ended = true;
                    try {
                        wording.standsIn(counted);
                    } catch (TooManyLooks e) {
                        ended = false;
                    }
                    if (!ended) {
                        slow.merge(rule.where() + " " + wording.regex(), counted.looks, Math::max);
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    /// The longest messages that nearly match again and again: the words of the pattern itself, one, two or three of
    /// them over and over, and runs of what `\w+`, `.*` and the like take.
    private static Set<String> hostile(Wording wording) {
        List<String> pieces = pieces(wording.regex());
        Set<String> texts = new LinkedHashSet<>(List.of(" ", "a", "9", "a ", "- ", "'", ".", "no ", "not "));
        for (int i = 0; i < pieces.size(); i++) {
            texts.add(pieces.get(i) + " ");
            texts.add(pieces.get(i));
            texts.add(String.join(" ", pieces.subList(i, Math.min(i + 2, pieces.size()))) + " ");
            texts.add(pieces.getFirst() + " a " + pieces.get(i) + " ");
        }
        texts.add(String.join(" ", pieces) + " ");
        Set<String> messages = new LinkedHashSet<>();
        for (String text : texts) {
            String long800 = text.repeat(LONGEST / text.length() + 1).substring(0, LONGEST);
            messages.add(long800);
            messages.add((pieces.getFirst() + " " + long800).substring(0, LONGEST));
        }
        return messages;
    }

    /// At most ten words that stand in the pattern.
    private static List<String> pieces(String regex) {
        List<String> words = Stream.of(regex.replaceAll("\\\\.", " ").split("[^a-z0-9']+"))
                .filter(word -> word.length() > 1)
                .distinct()
                .limit(10)
                .toList();
        return words.isEmpty() ? List.of("token") : words;
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
