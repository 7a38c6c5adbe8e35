package io.adskull.dashboard.connections;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a connection stands, the worst first.
public enum Standing {
    /// Only a person's new consent helps.
    LOST("Must be connected again", "broken"),
    /// The access ended and could not be renewed; machines go on trying.
    UNWATCHED("No access now", "broken"),
    /// The consent ends soon and no machine can renew it.
    ENDING("Ends soon", "degraded"),
    /// The last renewal failed; the access still holds.
    FAILING("Renewal failed", "degraded"),
    /// It works, for less than AdSkull looks at.
    LACKING("Permission missing", "degraded"),
    WORKING("Working", "healthy"),
    DISCONNECTED("Disconnected", "over");

    private final String label;
    private final String look;

    Standing(String label, String look) {
        this.label = label;
        this.look = look;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /// The health whose colour and sign it has.
    public String look() {
        return look;
    }

    /// Whether somebody must act, now or soon.
    public boolean urgent() {
        return this == LOST || this == ENDING || this == LACKING;
    }
}
