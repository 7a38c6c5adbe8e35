package io.adskull.dashboard.library;

import java.util.List;
import java.util.Optional;

/// The library's first page: all platforms, or what a search found.
public record IndexPage(Head head, String query, Optional<Found> found, List<Shelf> shelves, PasteBox box) {

    public int codes() {
        return shelves.stream().mapToInt(Shelf::size).sum();
    }
}
