package io.adskull.diagnosis.catalogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One pattern that messages are compared with, and what a message must contain to be worth comparing. Thread-safe.
final class Wording {
    private final Pattern pattern;

    /// @throws java.util.regex.PatternSyntaxException when it is no regular expression
    Wording(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    String regex() {
        return pattern.pattern();
    }

    boolean standsIn(CharSequence words) {
        return pattern.matcher(words).find();
    }

    /// Of each of these sets one piece stands in every text that matches; none when nothing can be said.
    List<Set<String>> needs() {
        return Literals.neededBy(regex());
    }
}
