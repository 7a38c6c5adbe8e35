package io.adskull.simulator.oauth.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who can grant access, as `world.yaml` describes them.
///
/// @param identity the platform's own id of the person
/// @param consentLifetime how long this person's consents last at most; null means as long as the platform's
/// @param details what only this platform knows
public record Login(
        String login,
        String identity,
        String business,
        String person,
        String email,
        @Nullable Duration consentLifetime,
        @Nullable Map<String, String> details,
        @Nullable List<AdAccount> accounts) {

    public List<AdAccount> adAccounts() {
        return Objects.requireNonNullElse(accounts, List.of());
    }

    public Optional<AdAccount> account(String id) {
        return adAccounts().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    public Optional<String> detail(String name) {
        return Optional.ofNullable(
                Objects.requireNonNullElse(details, Map.<String, String>of()).get(name));
    }

    /// Whether a control order that says `name` means this person.
    public boolean answersTo(String name) {
        return login.equals(name) || identity.equals(name) || account(name).isPresent();
    }
}
