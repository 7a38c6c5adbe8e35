package io.adskull.token.connect;

import io.adskull.contract.account.AccountKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a connection had and a new grant does not bring. Sets, since platforms write scopes in any order.
///
/// @param accounts their names
/// @param scopes as the platform writes them
record Shortfall(List<String> accounts, List<String> scopes) {

    Shortfall {
        accounts = List.copyOf(accounts);
        scopes = List.copyOf(scopes);
    }

    /// @param had the names of the accounts that were reached
    static Shortfall between(
            Map<AccountKey, String> had,
            Set<AccountKey> granted,
            Collection<String> hadScopes,
            Collection<String> scopes) {
        List<String> accounts = had.entrySet().stream()
                .filter(account -> !granted.contains(account.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return new Shortfall(accounts, missing(hadScopes, scopes));
    }

    static List<String> missing(Collection<String> wanted, Collection<String> scopes) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(Set.copyOf(scopes));
        return List.copyOf(missing);
    }

    boolean isNone() {
        return accounts.isEmpty() && scopes.isEmpty();
    }
}
