package io.adskull.diagnosis.catalogue;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which of many wordings stand in a text. It learns what to look for once it has been asked a few times: a service
/// asks always, a command that explains one answer does not. Thread-safe.
final class WordIndex {
    private static final int WORTH_LEARNING = 12;

    private final List<List<Wording>> wordings;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Pieces pieces;

    /// @param wordings of each rule
    WordIndex(List<List<Wording>> wordings) {
        this.wordings = List.copyOf(wordings);
    }

    /// For one text and one thread.
    Hits in(String words) {
        Pieces learned = pieces;
        if (learned == null && asked.incrementAndGet() > WORTH_LEARNING) {
            learned = learn();
        }
        return learned == null ? new Hits(words) : new Hits(words, learned);
    }

    private synchronized Pieces learn() {
        Pieces learned = pieces;
        if (learned == null) {
            learned = new Pieces(wordings);
            pieces = learned;
        }
        return learned;
    }

    /// What stands in one text.
    final class Hits {
        private final String words;
        private final @Nullable Pieces known;
        private final BitSet found;
        private final BitSet candidates;

        private Hits(String words) {
            this.words = words;
            known = null;
            found = new BitSet();
            candidates = new BitSet();
            candidates.set(0, wordings.size());
        }

        private Hits(String words, Pieces known) {
            this.words = words;
            this.known = known;
            found = known.in(words);
            candidates = known.rules(found);
        }

        /// The next rule from this one on of which a wording may stand in the text; -1 when there is none.
        int next(int rule) {
            return candidates.nextSetBit(rule);
        }

        /// Whether one of the rule's wordings stands in the text.
        boolean speakFor(int rule) {
            List<Wording> ofRule = wordings.get(rule);
            for (int i = 0; i < ofRule.size(); i++) {
                if ((known == null || known.suffice(found, rule, i))
                        && ofRule.get(i).standsIn(words)) {
                    return true;
                }
            }
            return false;
        }
    }
}
