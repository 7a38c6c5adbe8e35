package io.adskull.simulator.limit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The limits of one platform, by name.
public final class PlatformLimits {
    private final Map<String, Limit> byName = new TreeMap<>();

    PlatformLimits(Collection<Limit> limits) {
        limits.forEach(limit -> byName.put(limit.name(), limit));
    }

    /// @throws IllegalArgumentException when the platform's `limits.yaml` has none of this name
    public Limit get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No limit '" + name + "' is described."));
    }

    Optional<Limit> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Map<String, Limit> all() {
        return byName;
    }
}
