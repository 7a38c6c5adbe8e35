package io.adskull.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.traffic.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `googleAds:search` for `customer` and `customer_client`; every other resource exists and has no rows.
final class Searches {
    private static final Pattern QUERY =
            Pattern.compile("(?is)\\s*SELECT\\s+[\\w.,\\s]+?\\s+FROM\\s+([a-z_]+)(?:\\s.*)?");

    /// `= 'ENABLED'` and `IN ('ENABLED', 'SUSPENDED')`.
    private static final Pattern WANTED_STATUS =
            Pattern.compile("(?i)customer_client\\.status\\s*(?:=|IN)\\s*\\(?([A-Z_',\\s]+)");

    /// @param level how far below the account that was asked about
    private record Client(AdAccount account, int level) {}

    private Searches() {}

    static Answer answer(ApiCall call, Caller caller, String customer) {
        // Google looks at the query before it asks who may run it.
        Matcher query = QUERY.matcher(call.parameter("query").orElse(""));
        if (!query.matches()) {
            return GoogleRefusal.UNEXPECTED_INPUT.answer();
        }
        Optional<GoogleRefusal> refused = refusal(call.header("login-customer-id"), caller, customer);
        if (refused.isPresent()) {
            return refused.get().answer();
        }
        AdAccount account = caller.account(customer).orElseThrow();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.putArray("results");
        switch (query.group(1).toLowerCase(Locale.ROOT)) {
            case "customer" -> results.addObject().set("customer", row(account, "customers/" + customer));
            case "customer_client" -> {
                Matcher wanted = WANTED_STATUS.matcher(query.group());
                Optional<String> statuses = wanted.find() ? Optional.of(wanted.group(1)) : Optional.empty();
                withClients(caller, account, 0)
                        .filter(client -> statuses.map(names -> names.contains("'" + status(client.account()) + "'"))
                                .orElse(true))
                        .forEach(client -> results.addObject().set("customerClient", row(account, client)));
            }
            default -> {}
        }
        return Answer.json(200, body.toString(), OptionalInt.empty());
    }

    /// A client of a manager account is reached only through it, as `login-customer-id` says.
    private static Optional<GoogleRefusal> refusal(Optional<String> through, Caller caller, String customer) {
        if (through.isPresent() && !through.get().matches("[0-9]{10}")) {
            return Optional.of(GoogleRefusal.INVALID_LOGIN_CUSTOMER_ID);
        }
        Optional<AdAccount> account = caller.account(customer);
        if (account.isEmpty()) {
            return Optional.of(GoogleRefusal.USER_PERMISSION_DENIED);
        }
        String parent = account.get().parent();
        boolean reached = parent == null
                ? through.map(customer::equals).orElse(true)
                : through.filter(parent::equals)
                        .filter(id -> caller.account(id).isPresent())
                        .isPresent();
        if (!reached) {
            return Optional.of(GoogleRefusal.USER_PERMISSION_DENIED);
        }
        return status(account.get()).equals("ENABLED") || status(account.get()).equals("SUSPENDED")
                ? Optional.empty()
                : Optional.of(GoogleRefusal.CUSTOMER_NOT_ENABLED);
    }

    private static Stream<Client> withClients(Caller caller, AdAccount account, int level) {
        return Stream.concat(
                Stream.of(new Client(account, level)),
                caller.accounts().stream()
                        .filter(below -> account.id().equals(below.parent()))
                        .flatMap(below -> withClients(caller, below, level + 1)));
    }

    private static ObjectNode row(AdAccount manager, Client client) {
        String id = client.account().id();
        return row(client.account(), "customers/" + manager.id() + "/customerClients/" + id)
                .put("clientCustomer", "customers/" + id)
                .put("level", Integer.toString(client.level()));
    }

    private static ObjectNode row(AdAccount account, String resourceName) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceName", resourceName)
                .put("id", account.id())
                .put("descriptiveName", account.name())
                .put("status", status(account))
                .put(
                        "manager",
                        account.detail("manager").map(Boolean::parseBoolean).orElse(false))
                .put("currencyCode", account.detail("currency").orElse("EUR"))
                .put("timeZone", "Europe/Berlin");
    }

    private static String status(AdAccount account) {
        return account.detail("status").orElse("ENABLED");
    }
}
