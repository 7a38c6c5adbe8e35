package io.adskull.classifier.incident;

import java.time.Duration;

/// How long a failure is held back before it is decided with what is known then.
///
/// @param grace for other answers that may change its cause
/// @param confirmation for a second answer, before a person is told to connect again
/// @param others for other accounts that may fail alike
public record Patience(Duration grace, Duration confirmation, Duration others) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public Patience {
        require("adskull.evidence.grace", grace);
        require("adskull.evidence.confirmation", confirmation);
        require("adskull.evidence.outage.hold", others);
    }

    private static void require(String key, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " is " + value + ", allowed is PT0S to " + LONGEST
                    + ": nobody is told of a failure while it is held back");
        }
    }
}
