package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every code that the library has a page for. Immutable.
record Shelves(List<Shelf> all, WordIndex words) {
    private static final int NEAREST = 6;

    static Shelves of(Diagnostician diagnostician) {
        List<Shelf> all = Arrays.stream(Platform.values())
                .map(platform -> Shelf.of(platform, diagnostician.catalogue(platform)))
                .toList();
        return new Shelves(all, WordIndex.of(all.stream().flatMap(shelf -> shelf.entries().stream())));
    }

    Shelf of(Platform platform) {
        return all.get(platform.ordinal());
    }

    Stream<Entry> entries() {
        return all.stream().flatMap(shelf -> shelf.entries().stream());
    }

    /// What somebody may have meant by a code that is on no page: the same code elsewhere, then those that look most
    /// like it.
    List<Entry> nearest(Optional<Platform> platform, String code) {
        Likeness likeness = new Likeness(code);
        Stream<Entry> same = entries().filter(entry -> entry.code().equalsIgnoreCase(code));
        Stream<Entry> close = platform.stream()
                .flatMap(known -> of(known).entries().stream())
                .filter(entry -> likeness.close(entry.code()))
                .sorted(Comparator.comparingLong(entry -> likeness.distance(entry.code())));
        return Stream.concat(same, close).distinct().limit(NEAREST).toList();
    }
}
