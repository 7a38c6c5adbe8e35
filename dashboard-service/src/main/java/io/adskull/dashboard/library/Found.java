package io.adskull.dashboard.library;

import java.util.List;

/// What a search found.
///
/// @param total how many there are in all
public record Found(List<Entry> shown, int total) {
    private static final int MOST = 50;

    static Found of(List<Entry> all) {
        return new Found(all.stream().limit(MOST).toList(), all.size());
    }

    public boolean cut() {
        return total > shown.size();
    }
}
