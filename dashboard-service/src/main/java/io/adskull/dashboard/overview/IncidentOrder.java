package io.adskull.dashboard.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which order incidents are listed.
public enum IncidentOrder {
    NEWEST,
    /// What stands still first, then the newest.
    WORST;

    /// As addresses write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IncidentOrder> find(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }
}
