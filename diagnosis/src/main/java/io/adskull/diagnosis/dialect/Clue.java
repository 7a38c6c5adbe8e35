package io.adskull.diagnosis.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern that is tried only where a text has something that the pattern cannot do without: most texts have it
/// not, and finding that out costs a small part of trying. Thread-safe.
public final class Clue {
    private final Pattern pattern;
    private final String[] needs;
    /// Whether every match begins with one of the needs.
    private final boolean first;

    private Clue(String regex, String[] needs, boolean first) {
        this.pattern = Pattern.compile(regex);
        this.needs = needs.clone();
        this.first = first;
    }

    /// @param needs of which one stands in every text that matches, in whatever case; in lower case, ASCII
    public static Clue of(String regex, String... needs) {
        return new Clue(regex, needs, false);
    }

    /// @param starts with one of which every match begins, in whatever case; in lower case, ASCII
    public static Clue startingWith(String regex, String... starts) {
        return new Clue(regex, starts, true);
    }

    /// The first group that took part in the first match, or else all of the match.
    public Optional<String> in(String text) {
        Matcher match = match(text);
        if (match == null) {
            return Optional.empty();
        }
        for (int group = 1; group <= match.groupCount(); group++) {
            String found = match.group(group);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.of(match.group());
    }

    public boolean standsIn(String text) {
        return match(text) != null;
    }

    private @Nullable Matcher match(String text) {
        if (!first) {
            Matcher matcher = mayStandIn(text) ? pattern.matcher(text) : null;
            return matcher != null && matcher.find() ? matcher : null;
        }
        Matcher matcher = null;
        for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            if (matcher.region(at, text.length()).lookingAt()) {
                return matcher;
            }
        }
        return null;
    }

    private boolean mayStandIn(String text) {
        for (String need : needs) {
            if (indexOf(text, need, 0) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Where the next of the starts stands; -1 when there is none.
    private int next(String text, int from) {
        int next = -1;
        for (String start : needs) {
            int at = indexOf(text, start, from);
            if (at >= 0 && (next < 0 || at < next)) {
                next = at;
            }
        }
        return next;
    }

    private static int indexOf(String text, String need, int from) {
        char lower = need.charAt(0);
        char upper = Character.toUpperCase(lower);
        int small = text.indexOf(lower, from);
        int large = upper == lower ? -1 : text.indexOf(upper, from);
        while (small >= 0 || large >= 0) {
            boolean smallFirst = small >= 0 && (large < 0 || small < large);
            int at = smallFirst ? small : large;
            if (text.regionMatches(true, at, need, 0, need.length())) {
                return at;
            }
            if (smallFirst) {
                small = text.indexOf(lower, at + 1);
            } else {
                large = text.indexOf(upper, at + 1);
            }
        }
        return -1;
    }
}
