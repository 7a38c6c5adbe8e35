package io.adskull.simulator.oauth;

import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.oauth.world.Login;
import java.util.List;
import java.util.Optional;

/// The person behind a token, and what they let us do.
///
/// @param scopes what is left of those that were granted
public record Caller(Grant grant, Login login, List<String> scopes) {
    public boolean granted(String scope) {
        return scopes.contains(scope);
    }

    public List<AdAccount> accounts() {
        return login.adAccounts().stream()
                .filter(account -> grant.accounts() == null || grant.accounts().contains(account.id()))
                .toList();
    }

    public Optional<AdAccount> account(String id) {
        return accounts().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /// The first of these accounts that is theirs.
    public Optional<String> firstOf(List<String> ids) {
        return ids.stream().filter(id -> account(id).isPresent()).findFirst();
    }

    /// Whose calls many platforms count together.
    public String userAndApp() {
        return login.identity() + " " + grant.consent().app();
    }

    boolean answersTo(String name) {
        return login.login().equals(name)
                || login.identity().equals(name)
                || account(name).isPresent();
    }
}
