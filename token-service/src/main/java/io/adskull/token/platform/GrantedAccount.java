package io.adskull.token.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import java.util.Map;
import java.util.Optional;

/// An ad account that a consent reaches.
///
/// @param name what the platform calls it; its id when the platform does not say
/// @param connectedAs by what right, in the words of [io.adskull.contract.account.ConnectedAccount#connectedAs];
/// empty when not known
/// @param callParameters what calls about this account must say besides the token, such as Google's
/// `login-customer-id`
public record GrantedAccount(
        AccountKey key, String name, Optional<String> connectedAs, Map<String, String> callParameters) {

    public GrantedAccount {
        name = name.isBlank() ? key.accountId() : name;
        callParameters = Map.copyOf(callParameters);
    }

    /// As most platforms list one: with `id` and `name`.
    public static GrantedAccount listed(Platform platform, JsonNode account) {
        return new GrantedAccount(
                new AccountKey(platform, account.path("id").asText()),
                account.path("name").asText(""));
    }

    public GrantedAccount(AccountKey key, String name) {
        this(key, name, Optional.empty(), Map.of());
    }
}
