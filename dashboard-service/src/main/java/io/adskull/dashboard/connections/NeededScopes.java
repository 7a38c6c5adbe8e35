package io.adskull.dashboard.connections;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// Which scopes the calls of AdSkull need, by platform and kind: `platforms/<platform>/scopes.properties`.
@ApplicationScoped
class NeededScopes {
    private final Map<Platform, Map<String, List<NeededScope.Rule>>> rules = new EnumMap<>(Platform.class);

    NeededScopes() {
        for (Platform platform : Platform.values()) {
            rules.put(platform, read("/platforms/" + platform.id() + "/scopes.properties"));
        }
    }

    /// What is missing first; none where the platform or kind has no scopes, or where it is not known what was granted.
    List<NeededScope> against(Platform platform, String kind, Collection<String> granted) {
        List<NeededScope.Rule> ofKind = rules.getOrDefault(platform, Map.of()).getOrDefault(kind, List.of());
        if (granted.isEmpty()) {
            return List.of();
        }
        Map<String, List<NeededScope.Rule>> byName = ofKind.stream()
                .collect(groupingBy(NeededScope.Rule::name, LinkedHashMap::new, toCollection(ArrayList::new)));
        List<NeededScope> needed = new ArrayList<>();
        byName.forEach((name, all) -> all.stream()
                .collect(partitioningBy(rule -> rule.metBy(granted)))
                .forEach((met, some) -> add(needed, name, some, met)));
        needed.sort(Comparator.comparing(NeededScope::granted));
        return needed;
    }

    /// What was granted and no call of AdSkull needs, in the platform's words.
    List<String> beyond(Platform platform, String kind, Collection<String> granted) {
        List<NeededScope.Rule> ofKind = rules.getOrDefault(platform, Map.of()).getOrDefault(kind, List.of());
        Set<String> others = new TreeSet<>(granted);
        ofKind.forEach(rule -> rule.needs().forEach(others::removeAll));
        return List.copyOf(others);
    }

    private static void add(List<NeededScope> needed, String name, List<NeededScope.Rule> rules, boolean granted) {
        if (!rules.isEmpty()) {
            needed.add(new NeededScope(
                    name,
                    rules.stream().map(NeededScope.Rule::resource).sorted().toList(),
                    granted));
        }
    }

    private static Map<String, List<NeededScope.Rule>> read(String file) {
        Properties properties = new Properties();
        try (var in = NeededScopes.class.getResourceAsStream(file)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return properties.stringPropertyNames().stream()
                .sorted(Comparator.comparing(key -> Resource.valueOf(key.substring(key.indexOf('.') + 1))))
                .collect(groupingBy(
                        key -> key.substring(0, key.indexOf('.')),
                        mapping(key -> rule(key, properties.getProperty(key)), toList())));
    }

    private static NeededScope.Rule rule(String key, String value) {
        String[] parts = value.split("\\|", 2);
        return new NeededScope.Rule(
                Resource.valueOf(key.substring(key.indexOf('.') + 1)),
                parts[0].strip(),
                Arrays.stream(parts[1].split(";"))
                        .map(ids -> Set.of(ids.strip().split("\\s+")))
                        .toList());
    }
}
