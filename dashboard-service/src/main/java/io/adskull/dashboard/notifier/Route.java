package io.adskull.dashboard.notifier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tenant wants to be heard where. An empty list asks for nothing.
///
/// @param id null in a request
/// @param platforms such as `tiktok`
/// @param accounts such as `tiktok/7012345678901234567`
/// @param causes such as `SCOPE_MISSING`
/// @param actors such as `BILLING_OWNER`
/// @param severities such as `CRITICAL`
/// @param escalateTo who hears of what nobody reacts to; null or empty for nobody
/// @param escalateAfter how long after, such as `PT2H`
public record Route(
        @Nullable UUID id,
        String name,
        List<String> platforms,
        List<String> accounts,
        List<String> causes,
        List<String> actors,
        List<String> severities,
        List<UUID> destinations,
        @Nullable List<UUID> escalateTo,
        @Nullable String escalateAfter) {

    /// The same with whom `known` escalates to, which no form of ours asks for.
    public Route escalatingAs(Route known) {
        return new Route(
                id,
                name,
                platforms,
                accounts,
                causes,
                actors,
                severities,
                destinations,
                known.escalateTo,
                known.escalateAfter);
    }
}
