package io.adskull.diagnosis.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pieces that wordings need, looked up three characters at a time: so that reading a text once tells which of
/// many wordings may stand in it. Immutable and thread-safe.
final class Pieces {
    private static final int BITS = 5;
    private static final int GROUPS = 1 << 3 * BITS;

    private static final byte[] KINDS = kinds();

    private final List<List<Needs>> rules = new ArrayList<>();
    private final Map<String, Integer> pieces = new HashMap<>();
    /// The pieces that have a group of three characters at an offset of theirs.
    private final Piece[][] byGroup = new Piece[GROUPS][];
    /// The rules that a piece makes worth looking at.
    private final List<BitSet> rulesOf = new ArrayList<>();
    /// Rules with a wording that needs nothing.
    private final BitSet always = new BitSet();

    private record Piece(int number, String text, int offset) {
        boolean standsIn(String words, int group) {
            return group >= offset && words.startsWith(text, group - offset);
        }
    }

    /// What one wording needs, as numbers of pieces.
    private record Needs(int[][] sets) {
        boolean areMetBy(BitSet found) {
            for (int[] set : sets) {
                if (!isAnyOf(set, found)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isAnyOf(int[] set, BitSet found) {
            for (int piece : set) {
                if (found.get(piece)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// @param wordings of each rule
    Pieces(List<List<Wording>> wordings) {
        for (List<Wording> ofRule : wordings) {
            rules.add(
                    ofRule.stream().map(wording -> needs(rules.size(), wording)).toList());
        }
    }

    /// The numbers of the pieces that stand in the text.
    BitSet in(String words) {
        BitSet found = new BitSet(pieces.size());
        int group = 0;
        for (int i = 0; i < words.length(); i++) {
            group = (group << BITS | kind(words.charAt(i))) & GROUPS - 1;
            Piece[] here = byGroup[group];
            if (here != null && i >= 2) {
                for (Piece piece : here) {
                    if (!found.get(piece.number()) && piece.standsIn(words, i - 2)) {
                        found.set(piece.number());
                    }
                }
            }
        }
        return found;
    }

    /// The rules that these pieces make worth looking at.
    BitSet rules(BitSet found) {
        BitSet worth = (BitSet) always.clone();
        for (int piece = found.nextSetBit(0); piece >= 0; piece = found.nextSetBit(piece + 1)) {
            worth.or(rulesOf.get(piece));
        }
        return worth;
    }

    /// Whether all that a rule's wording needs is among these pieces.
    boolean suffice(BitSet found, int rule, int wording) {
        return rules.get(rule).get(wording).areMetBy(found);
    }

    private Needs needs(int rule, Wording wording) {
        List<Set<String>> needed = wording.needs();
        int[][] sets = needed.stream()
                .map(set -> set.stream().mapToInt(this::number).toArray())
                .toArray(int[][]::new);
        if (sets.length == 0) {
            always.set(rule);
            return new Needs(sets);
        }
        // The longest pieces are the rarest; the others are asked for once the rule is looked at.
        int rarest = 0;
        for (int i = 1; i < sets.length; i++) {
            if (Literals.shortest(needed.get(i)) > Literals.shortest(needed.get(rarest))) {
                rarest = i;
            }
        }
        Arrays.stream(sets[rarest]).forEach(piece -> rulesOf.get(piece).set(rule));
        return new Needs(sets);
    }

    private int number(String text) {
        return pieces.computeIfAbsent(text, this::add);
    }

    /// Kept where the fewest others are.
    private int add(String text) {
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int offset = 0; offset + 3 <= text.length(); offset++) {
            Piece[] here = byGroup[group(text, offset)];
            int others = here == null ? 0 : here.length;
            if (others < fewest) {
                fewest = others;
                best = offset;
            }
        }
        int group = group(text, best);
        Piece[] here = byGroup[group] == null ? new Piece[1] : Arrays.copyOf(byGroup[group], byGroup[group].length + 1);
        here[here.length - 1] = new Piece(pieces.size(), text, best);
        byGroup[group] = here;
        rulesOf.add(new BitSet());
        return pieces.size();
    }

    private static int group(String text, int from) {
        return kind(text.charAt(from)) << 2 * BITS | kind(text.charAt(from + 1)) << BITS | kind(text.charAt(from + 2));
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : 31;
    }

    /// What falls together is told apart when the whole piece is compared.
    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        Arrays.fill(kinds, (byte) 31);
        for (char c = 'a'; c <= 'z'; c++) {
            kinds[c] = (byte) (c - 'a');
        }
        Arrays.fill(kinds, '0', '9' + 1, (byte) 26);
        kinds[' '] = 27;
        kinds['.'] = kinds[','] = 28;
        kinds['-'] = kinds[':'] = 29;
        kinds['\''] = kinds['"'] = 30;
        return kinds;
    }
}
