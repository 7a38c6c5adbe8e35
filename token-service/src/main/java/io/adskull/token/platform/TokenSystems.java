package io.adskull.token.platform;

import io.adskull.contract.account.Platform;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// All token systems there are, found by platform and kind.
@Singleton
public class TokenSystems {
    private final List<TokenSystem> systems;

    public TokenSystems(@All List<TokenSystem> systems) {
        this.systems = systems;
    }

    public Optional<TokenSystem> find(Platform platform, String kind) {
        return systems.stream()
                .filter(system -> system.platform() == platform && system.kind().equals(kind))
                .findFirst();
    }

    /// For a stored connection, whose system must exist.
    public TokenSystem of(Platform platform, String kind) {
        return find(platform, kind)
                .orElseThrow(
                        () -> new IllegalStateException("no token system for " + platform.id() + " of kind " + kind));
    }
}
