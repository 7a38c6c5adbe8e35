package io.adskull.simulator.traffic;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The accounts a call concerns: those it names, else those its token reaches.
///
/// @param named ids in the parameters or the body
/// @param sole the one account of a token that has only one
/// @param reached whether the token reaches an account
public record CallAccounts(List<String> named, Optional<String> sole, Predicate<String> reached) {
    public static CallAccounts none() {
        return new CallAccounts(List.of(), Optional.empty(), account -> false);
    }

    public static CallAccounts named(List<String> accounts) {
        return new CallAccounts(List.copyOf(accounts), Optional.empty(), account -> false);
    }

    /// A call that names no account (such as "who am I") belongs to every account of its token; it is hit through
    /// one of many only by someone who named the path as well, else one account's fault would break its siblings.
    public boolean concern(String account, boolean pathWasNamed) {
        if (!named.isEmpty()) {
            return named.contains(account);
        }
        return sole.filter(account::equals).isPresent() || (pathWasNamed && reached.test(account));
    }

    /// The account to write into the log.
    public Optional<String> first() {
        return named.isEmpty() ? sole : Optional.of(named.getFirst());
    }
}
