package io.adskull.dashboard.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Who may come in without a token.
@ConfigMapping(prefix = "adskull")
public interface AccessSettings {

    /// Requests without a bearer token act as this tenant, with every role. For one machine only; unset in
    /// production.
    Optional<String> anonymousTenant();
}
