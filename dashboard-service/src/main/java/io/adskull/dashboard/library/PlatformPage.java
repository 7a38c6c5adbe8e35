package io.adskull.dashboard.library;

import java.util.List;

/// All codes of one platform.
///
/// @param query what the list is filtered by; empty for all
public record PlatformPage(Head head, Shelf shelf, String query, List<Entry> shown, PasteBox box) {

    public boolean filtered() {
        return !query.isBlank();
    }
}
