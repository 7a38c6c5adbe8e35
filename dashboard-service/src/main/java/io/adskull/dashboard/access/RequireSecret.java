package io.adskull.dashboard.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/// People sign in to a service in production only where their sessions are encrypted with a secret that outlives
/// it: with one made up at start, every restart would sign everybody out, and two replicas would do so in turns.
@ApplicationScoped
class RequireSecret {
    private static final int SHORTEST = 32;

    private final Optional<String> secret;
    private final Optional<String> anonymousTenant;

    RequireSecret(SignInSettings signIn, AccessSettings access) {
        this.secret = signIn.secret();
        this.anonymousTenant = access.anonymousTenant();
    }

    void check(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            problem(secret, anonymousTenant).ifPresent(why -> {
                throw new IllegalStateException(why);
            });
        }
    }

    /// What is to be set, and how; empty where nothing is.
    static Optional<String> problem(Optional<String> secret, Optional<String> anonymousTenant) {
        boolean nobodySignsIn =
                anonymousTenant.filter(tenant -> !tenant.isBlank()).isPresent();
        int length = secret.map(String::strip).map(String::length).orElse(0);
        if (nobodySignsIn || length >= SHORTEST) {
            return Optional.empty();
        }
        return Optional.of(
                "adskull.sign-in.secret (ADSKULL_SIGN_IN_SECRET) %s: set it to %d random characters or more, "
                                .formatted(length == 0 ? "is not set" : "has only " + length + " characters", SHORTEST)
                        + "the same on every replica, such as those that `openssl rand -base64 48` prints.");
    }
}
