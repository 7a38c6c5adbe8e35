package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a part of an account answers; the later, the worse.
public enum PermissionState {
    /// No open incident speaks against it.
    WORKING,
    /// It answers with errors that are not about access.
    DEGRADED,
    /// Access is refused.
    DENIED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
