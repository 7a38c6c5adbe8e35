package io.adskull.dashboard.notifier;

import com.fasterxml.jackson.annotation.JsonInclude;
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
/// @param labels of which an account has at least one, such as `brand-a`; null for none
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

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> labels,

        List<UUID> destinations,
        @Nullable List<UUID> escalateTo,
        @Nullable String escalateAfter) {}
