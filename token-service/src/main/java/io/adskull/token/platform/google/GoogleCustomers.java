package io.adskull.token.platform.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.oauth2.Reach;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Google Ads customers that a user reaches: those of the user, and those of the managers among them, for which
/// every call must name the manager (https://developers.google.com/google-ads/api/docs/concepts/call-structure).
@Singleton
class GoogleCustomers {
    private static final String LOGIN_CUSTOMER = "login-customer-id";

    /// Clients of a manager at any depth, and the customer itself; managers hold no campaigns. A suspended one
    /// is watched as any other: somebody waits for it. Cancelled and closed ones pile up below old managers,
    /// and nobody does.
    private static final String CLIENTS = "SELECT customer_client.id, customer_client.descriptive_name, "
            + "customer_client.manager FROM customer_client WHERE customer_client.status IN ('ENABLED', 'SUSPENDED')";

    private final GoogleSettings settings;
    private final JsonApi api;

    GoogleCustomers(GoogleSettings settings, JsonApi api) {
        this.settings = settings;
        this.api = api;
    }

    Reach reached(Secret access, String identity, String businessName) {
        JsonReply listed =
                api.get(Platform.GOOGLE, at("/customers:listAccessibleCustomers"), access, headers(Optional.empty()));
        return switch (listed) {
            case JsonReply.Failed(var failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode body) -> reached(ids(body), access, identity, businessName);
        };
    }

    /// An account that is reached both directly and through a manager is called directly.
    private Reach reached(List<String> ids, Secret access, String identity, String businessName) {
        boolean complete = true;
        Map<AccountKey, GrantedAccount> found = new LinkedHashMap<>();
        Map<AccountKey, GrantedAccount> throughManagers = new LinkedHashMap<>();
        for (String id : ids) {
            List<JsonNode> clients = clients(id, access);
            if (clients.isEmpty()) {
                put(found, account(id, id, Optional.empty()));
                complete = false;
            }
            for (JsonNode client : clients) {
                String clientId = client.path("id").asText();
                if (client.path("manager").asBoolean()) {
                    continue;
                }
                String name = client.path("descriptiveName").asText(clientId);
                boolean direct = clientId.equals(id);
                put(
                        direct ? found : throughManagers,
                        account(clientId, name, direct ? Optional.empty() : Optional.of(id)));
            }
        }
        throughManagers.forEach(found::putIfAbsent);
        return new Reach.Reached(identity, businessName, List.copyOf(found.values()), complete);
    }

    private static void put(Map<AccountKey, GrantedAccount> into, GrantedAccount account) {
        into.putIfAbsent(account.key(), account);
    }

    /// A customer that cannot be asked now (not enabled, without permission) is listed under its id: that it fails is
    /// for the poller to find out and for the diagnosis to explain. What is below it is not known then.
    private List<JsonNode> clients(String id, Secret access) {
        JsonReply reply = api.query(
                Platform.GOOGLE,
                at("/customers/" + id + "/googleAds:search"),
                access,
                headers(Optional.of(id)),
                Map.of("query", CLIENTS));
        List<JsonNode> clients = new ArrayList<>();
        if (reply instanceof JsonReply.Done(JsonNode body)) {
            body.path("results").forEach(row -> clients.add(row.path("customerClient")));
        }
        return clients;
    }

    private static GrantedAccount account(String id, String name, Optional<String> manager) {
        return new GrantedAccount(
                new AccountKey(Platform.GOOGLE, id),
                name.isBlank() ? id : name,
                manager.map(any -> "MANAGER"),
                manager.map(through -> Map.of(LOGIN_CUSTOMER, through)).orElseGet(Map::of));
    }

    private static List<String> ids(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("resourceNames").forEach(name -> ids.add(name.asText().replace("customers/", "")));
        return ids.stream().filter(id -> id.matches("[0-9]{1,20}")).distinct().toList();
    }

    private Map<String, String> headers(Optional<String> loginCustomer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("developer-token", settings.developerToken().orElse(""));
        loginCustomer.ifPresent(id -> headers.put(LOGIN_CUSTOMER, id));
        return headers;
    }

    private URI at(String path) {
        return Address.of(settings.apiUrl()).path(path).uri();
    }
}
