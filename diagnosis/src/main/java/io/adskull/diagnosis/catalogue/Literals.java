package io.adskull.diagnosis.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out what must stand in a text for a pattern to match it, so that most patterns need not be tried. Reads the
/// regular expressions that catalogues are written in; of whatever it does not know it says that nothing is needed.
final class Literals {
    /// Shorter pieces stand everywhere.
    static final int SHORTEST = 3;

    private static final int MOST_SPELLINGS = 24;
    private static final int MOST_CHOICES = 80;

    private final String regex;
    private int at;

    private Literals(String regex) {
        this.regex = regex;
    }

    /// What matching takes: of each set at least one piece must stand in the text. None: it may match anything.
    static List<Set<String>> neededBy(String regex) {
        Literals reading = new Literals(regex);
        try {
            Needs needs = reading.choice();
            return reading.at == regex.length() ? needs.all() : List.of();
        } catch (UnknownSyntax e) {
            return List.of();
        }
    }

    private static final class UnknownSyntax extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownSyntax() {
            super(null, null, false, false);
        }
    }

    /// What one part of a pattern takes.
    ///
    /// @param spellings all texts that it matches, where they are few
    /// @param sets of each of which one must stand in it; none where all spellings are known
    private record Needs(Optional<Set<String>> spellings, List<Set<String>> sets) {
        static final Needs NONE = new Needs(Optional.empty(), List.of());
        static final Needs NOTHING = spelled(Set.of(""));

        static Needs spelled(Set<String> spellings) {
            return new Needs(Optional.of(spellings), List.of());
        }

        static Needs spelled(char c) {
            return spelled(Set.of(String.valueOf(c)));
        }

        List<Set<String>> all() {
            return spellings
                    .map(texts -> tells(texts) ? List.of(texts) : List.<Set<String>>of())
                    .orElse(sets);
        }

        /// The same part, there or not.
        Needs optional() {
            return spellings.isPresent() ? or(NOTHING) : NONE;
        }

        /// The same part once or more.
        Needs repeated() {
            return new Needs(Optional.empty(), all());
        }

        /// This part or that one.
        Needs or(Needs other) {
            if (spellings.isPresent() && other.spellings.isPresent()) {
                Set<String> either = union(spellings.get(), other.spellings.get());
                return either.size() <= MOST_CHOICES ? spelled(either) : NONE;
            }
            Optional<Set<String>> mine = best();
            Optional<Set<String>> others = other.best();
            if (mine.isEmpty() || others.isEmpty()) {
                return NONE;
            }
            Set<String> either = union(mine.get(), others.get());
            return either.size() <= MOST_CHOICES ? new Needs(Optional.empty(), List.of(either)) : NONE;
        }

        private Optional<Set<String>> best() {
            return all().stream().max(Comparator.comparingInt(Literals::shortest));
        }
    }

    /// Parts one behind the other: pieces grow while all spellings are known and few.
    private static final class Run {
        private final List<Set<String>> sets = new ArrayList<>();
        private Set<String> tail = Set.of("");
        private boolean spelled = true;

        void add(Needs part) {
            Set<String> longer =
                    part.spellings().map(texts -> product(tail, texts)).orElse(Set.of());
            if (!longer.isEmpty() && longer.size() <= MOST_SPELLINGS) {
                tail = longer;
                return;
            }
            spelled = false;
            close();
            sets.addAll(part.sets());
            tail = part.spellings().orElse(Set.of(""));
        }

        Needs all() {
            if (spelled) {
                return Needs.spelled(tail);
            }
            close();
            return new Needs(Optional.empty(), List.copyOf(sets));
        }

        private void close() {
            if (tells(tail)) {
                sets.add(tail);
            }
        }
    }

    private static boolean tells(Set<String> texts) {
        return shortest(texts) >= SHORTEST;
    }

    static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(others);
        return union;
    }

    private static Set<String> product(Set<String> heads, Set<String> tails) {
        Set<String> product = new LinkedHashSet<>();
        heads.forEach(head -> tails.forEach(tail -> product.add(head + tail)));
        return product;
    }

    private Needs choice() {
        Needs needs = sequence();
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            needs = needs.or(sequence());
        }
        return needs;
    }

    private Needs sequence() {
        Run run = new Run();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            run.add(counted(part()));
        }
        return run.all();
    }

    private Needs part() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '.' -> Needs.NONE;
            case '^', '$' -> Needs.NOTHING;
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw new UnknownSyntax();
            default -> Needs.spelled(c);
        };
    }

    private Needs group() {
        boolean looksAround = false;
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?!", at) || regex.startsWith("?=", at)) {
            looksAround = true;
            at += 2;
        } else if (regex.startsWith("?<!", at) || regex.startsWith("?<=", at)) {
            looksAround = true;
            at += 3;
        } else if (regex.startsWith("?", at)) {
            throw new UnknownSyntax();
        }
        Needs inside = choice();
        if (at == regex.length() || regex.charAt(at++) != ')') {
            throw new UnknownSyntax();
        }
        return looksAround ? Needs.NOTHING : inside;
    }

    private Needs letters() {
        int end = regex.indexOf(']', at + 1);
        String inside = end < 0 ? "" : regex.substring(at, end);
        if (inside.isEmpty() || inside.contains("[") || inside.contains("&&")) {
            throw new UnknownSyntax();
        }
        at = end + 1;
        if (inside.endsWith("\\")) {
            throw new UnknownSyntax();
        }
        boolean few = inside.chars().allMatch(Character::isLetterOrDigit) && inside.length() <= 4;
        return few
                ? Needs.spelled(
                        Set.copyOf(inside.chars().mapToObj(Character::toString).toList()))
                : Needs.NONE;
    }

    private Needs escape() {
        if (at == regex.length()) {
            throw new UnknownSyntax();
        }
        char c = regex.charAt(at++);
        return switch (c) {
            case 'b', 'B' -> Needs.NOTHING;
            case 'd', 'D', 'w', 'W', 's', 'S' -> Needs.NONE;
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnknownSyntax();
                }
                yield Needs.spelled(c);
            }
        };
    }

    private Needs counted(Needs part) {
        if (at == regex.length()) {
            return part;
        }
        int least;
        switch (regex.charAt(at)) {
            case '?' -> {
                at++;
                skipManner();
                return part.optional();
            }
            case '*' -> {
                at++;
                least = 0;
            }
            case '+' -> {
                at++;
                least = 1;
            }
            case '{' -> {
                int end = regex.indexOf('}', at);
                if (end < 0) {
                    throw new UnknownSyntax();
                }
                least = regex.charAt(at + 1) == '0' ? 0 : 1;
                at = end + 1;
            }
            default -> {
                return part;
            }
        }
        skipManner();
        return least == 0 ? Needs.NONE : part.repeated();
    }

    /// Lazy or possessive: the same texts.
    private void skipManner() {
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
    }
}
