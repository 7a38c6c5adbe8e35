package io.adskull.dashboard.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What accounts are put together by in a list.
public enum Grouping {
    PLATFORM("platform"),
    BUSINESS("businessName"),
    CONNECTION("connectionId");

    private final String attribute;

    Grouping(String attribute) {
        this.attribute = attribute;
    }

    /// Of [AccountRow].
    String attribute() {
        return attribute;
    }

    /// As addresses write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grouping> find(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst();
    }
}
