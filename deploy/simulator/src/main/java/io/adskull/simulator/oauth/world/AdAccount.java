package io.adskull.simulator.oauth.world;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One ad account of `world.yaml`.
///
/// @param parent the manager account or business above it; null means none
/// @param details what only this platform knows, such as `currency` or `status`
public record AdAccount(
        String id,
        String name,
        @Nullable String parent,
        @Nullable Map<String, String> details) {

    /// Whether another account or a business stands above it.
    public boolean below() {
        return parent != null;
    }

    public Optional<String> detail(String name) {
        return Optional.ofNullable(
                Objects.requireNonNullElse(details, Map.<String, String>of()).get(name));
    }
}
