package io.adskull.simulator.limit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.adskull.simulator.Yaml;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The limits of every platform that has a `limits.yaml`. A configured limit of a name that the platform
/// does not have stops the start.
@Singleton
public final class Limits {
    private final Clock clock;
    private final LimitsConfig config;
    private final Map<String, PlatformLimits> platforms = new ConcurrentHashMap<>();

    @Inject
    public Limits(Clock clock, LimitsConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /// Without any limit when none is described.
    public PlatformLimits of(String platform) {
        return platforms.computeIfAbsent(platform, this::read);
    }

    private PlatformLimits read(String platform) {
        String description = "platforms/" + platform + "/limits.yaml";
        List<LimitKind> kinds =
                Yaml.exists(description) ? Yaml.list(description, new TypeReference<List<LimitKind>>() {}) : List.of();
        LimitsConfig.Platform set = config.platforms().get(platform);
        Map<String, Integer> others = set == null ? Map.of() : set.limits();
        for (String name : others.keySet()) {
            if (kinds.stream().noneMatch(kind -> kind.name().equals(name))) {
                throw new IllegalStateException("adskull.simulator." + platform + ".limits." + name
                        + ": no such limit; " + description + " has "
                        + kinds.stream().map(LimitKind::name).toList());
            }
        }
        return new PlatformLimits(kinds.stream()
                .map(kind -> new Limit(kind, calls(others.getOrDefault(kind.name(), kind.calls())), clock))
                .toList());
    }

    private static OptionalInt calls(@Nullable Integer calls) {
        return calls == null ? OptionalInt.empty() : OptionalInt.of(calls);
    }
}
