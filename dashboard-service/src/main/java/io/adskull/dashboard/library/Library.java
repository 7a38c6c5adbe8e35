package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.catalogue.Catalogue;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The catalogue as people look things up in it. Read in the background as the service starts; who asks before that
/// waits for it.
@Startup
@ApplicationScoped
public class Library {
    private static final int LONGEST_CODE = 100;
    /// As platforms write them; what else stands in an address is no code, whatever family it seems to be of.
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./-]{1," + LONGEST_CODE + "}");

    private final Diagnostician diagnostician = Diagnostician.bundled();
    private final CompletableFuture<Shelves> shelves = CompletableFuture.supplyAsync(
            () -> Shelves.of(diagnostician),
            reading -> Thread.ofVirtual().name("error-library").start(reading));
    /// Of codes that stand on a shelf only, so that it cannot grow with what people type.
    private final Map<Entry, List<Meaning>> meanings = new ConcurrentHashMap<>();

    List<Shelf> shelves() {
        return shelves.join().all();
    }

    Shelf shelf(Platform platform) {
        return shelves.join().of(platform);
    }

    /// Also of codes that nobody names in public, where a family of codes covers them.
    Optional<Entry> find(Platform platform, String code) {
        Catalogue catalogue = diagnostician.catalogue(platform);
        return shelf(platform).find(code).or(() -> Optional.of(code)
                .filter(one -> CODE.matcher(one).matches() && catalogue.knows(one))
                .map(one -> Shelf.entry(platform, catalogue, one, Optional.empty())));
    }

    /// Whether some platform, or the given one, names this code in public.
    boolean named(String code, Optional<Platform> platform) {
        return shelves.join()
                .entries()
                .anyMatch(entry -> entry.code().equals(code)
                        && platform.filter(one -> one != entry.platform()).isEmpty());
    }

    /// What words beside the code can make of it.
    List<Meaning> otherwise(Entry entry) {
        return entry.source().isPresent() ? meanings.computeIfAbsent(entry, this::readOtherwise) : readOtherwise(entry);
    }

    private List<Meaning> readOtherwise(Entry entry) {
        return diagnostician.catalogue(entry.platform()).entry(entry.code()).stream()
                .flatMap(found -> found.otherwise().stream())
                .map(possibility -> Meaning.of(entry.platform(), possibility))
                .toList();
    }

    List<Entry> search(String query, Optional<Platform> platform) {
        return shelves.join().words().find(query, platform);
    }

    List<Entry> nearest(Optional<Platform> platform, String code) {
        return shelves.join().nearest(platform, code.substring(0, Math.min(code.length(), LONGEST_CODE)));
    }

    Diagnostician diagnostician() {
        return diagnostician;
    }
}
