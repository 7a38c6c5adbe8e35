package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.dialect.Recent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which resource an endpoint is about, what its permission is called, and where people find the resource on the
/// platform's screens.
final class Endpoints {
    private static final int REMEMBERED = 512;

    private final List<Endpoint> byPath;
    private final List<Hint> hints;
    private final WordIndex hintWords;
    private final Map<Resource, String> screens;
    private final Recent<String, Optional<Endpoint>> found = new Recent<>(REMEMBERED);
    private final Recent<String, Optional<Resource>> heard = new Recent<>(REMEMBERED);

    private record Endpoint(String path, Optional<Resource> resource, Optional<String> scope, List<String> scopeIds) {}

    private record Hint(Wording words, Resource resource) {}

    private Endpoints(List<Endpoint> byPath, List<Hint> hints, Map<Resource, String> screens) {
        this.byPath = List.copyOf(byPath);
        this.hints = List.copyOf(hints);
        this.hintWords =
                new WordIndex(hints.stream().map(hint -> List.of(hint.words())).toList());
        this.screens = Map.copyOf(screens);
    }

    static Endpoints read(Section section) {
        section.allowOnly(Set.of("endpoints", "words", "screens"));
        List<Endpoint> endpoints = new ArrayList<>();
        for (Section entry : section.sections("endpoints")) {
            entry.allowOnly(Set.of("path", "resource", "scope", "scope-ids"));
            endpoints.add(new Endpoint(
                    entry.text("path"),
                    entry.optionalText("resource").map(name -> entry.name("resource", name, Resource.class)),
                    entry.optionalText("scope"),
                    entry.texts("scope-ids")));
        }
        endpoints.sort(Comparator.comparing((Endpoint e) -> -e.path().length()));
        List<Hint> hints = new ArrayList<>();
        for (Section entry : section.sections("words")) {
            entry.allowOnly(Set.of("pattern", "resource"));
            hints.add(new Hint(
                    Words.wording(entry, "pattern", entry.text("pattern")), entry.name("resource", Resource.class)));
        }
        Map<Resource, String> screens = new EnumMap<>(Resource.class);
        Section names = section.section("screens");
        names.keys().forEach(name -> screens.put(names.name(name, name, Resource.class), names.text(name)));
        return new Endpoints(endpoints, hints, screens);
    }

    Optional<Resource> resourceOf(String path) {
        return find(path).flatMap(Endpoint::resource);
    }

    Optional<String> scopeOf(String path) {
        return find(path).flatMap(Endpoint::scope);
    }

    /// What the platform calls the scopes of which one is enough for this path; empty when not known.
    List<String> scopeIdsOf(String path) {
        return find(path).map(Endpoint::scopeIds).orElse(List.of());
    }

    Optional<Resource> resourceIn(String words) {
        return words.isEmpty() ? Optional.empty() : heard.get(words, this::listen);
    }

    private Optional<Resource> listen(String words) {
        WordIndex.Hits hits = hintWords.in(words);
        for (int at = hits.next(0); at >= 0; at = hits.next(at + 1)) {
            if (hits.speakFor(at)) {
                return Optional.of(hints.get(at).resource());
            }
        }
        return Optional.empty();
    }

    Optional<String> screenOf(Resource resource) {
        return Optional.ofNullable(screens.get(resource));
    }

    private Optional<Endpoint> find(String path) {
        return path.isEmpty() ? Optional.empty() : found.get(path, this::search);
    }

    private Optional<Endpoint> search(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return byPath.stream().filter(e -> lower.contains(e.path())).findFirst();
    }
}
