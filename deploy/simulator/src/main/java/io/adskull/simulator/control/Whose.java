package io.adskull.simulator.control;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Names people by login, by the platform's own id, or by an ad account that their consent reaches; what is named
/// must all fit.
public record Whose(Optional<String> login, Optional<String> identity, Optional<String> account) {
    boolean named() {
        return Stream.of(login, identity, account).anyMatch(Optional::isPresent);
    }

    /// @param reached whether the consent in question reaches the account
    public boolean fits(String login, Optional<String> identity, Predicate<String> reached) {
        return this.login.map(login::equals).orElse(true)
                && (this.identity.isEmpty() || this.identity.equals(identity))
                && account.map(reached::test).orElse(true);
    }
}
