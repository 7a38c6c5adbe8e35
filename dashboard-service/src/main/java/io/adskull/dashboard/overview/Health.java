package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an account is, the worst first.
public enum Health {
    /// Nothing works until somebody acts.
    BROKEN,
    /// A part does not work until somebody acts.
    DEGRADED,
    /// Something fails and nobody needs to act.
    FIXING,
    HEALTHY;

    /// As addresses and JSON write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Health> find(String word) {
        return Arrays.stream(values())
                .filter(health -> health.word().equals(word))
                .findFirst();
    }

    /// What one open incident makes of its account.
    static Health of(Actor actor, Severity severity, AutomaticAction automaticAction) {
        boolean heals = actor == Actor.AUTOMATIC
                || (actor == Actor.PLATFORM && automaticAction == AutomaticAction.RETRY_WITH_BACKOFF);
        if (heals) {
            return FIXING;
        }
        return severity == Severity.CRITICAL ? BROKEN : DEGRADED;
    }
}
