package io.adskull.diagnosis.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Address;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The state of one ad account as the account API tells it: whether it exists, and what keeps it from serving.
///
/// @param id digits of the account; empty when the answer does not say
record AccountState(String id, String status) {
    private static final Set<String> IN_ORDER = Set.of("ACTIVE", "RUNNABLE");

    /// Whether answers to this address are about accounts themselves. Campaigns, creatives and users of an account
    /// have a status as well, which is not the account's.
    static boolean mayBeToldAt(String path) {
        return path.isEmpty() || Address.isOf("adaccounts", path) || Address.isOf("adaccountsv2", path);
    }

    /// Whether no account in the body is out of order, seen without building anything from it.
    static boolean isPlainlyInOrder(byte[] body) {
        return JsonScan.isAlways(body, "\"servingStatuses\"", "[\"RUNNABLE\"]")
                && JsonScan.isAlways(body, "\"status\"", "\"ACTIVE\"");
    }

    /// The state of the account asked about, if it is not in order; the first such when nobody knows which one was
    /// asked for.
    static Optional<String> in(JsonNode root, String path, Circumstances circumstances) {
        if (!mayBeToldAt(path)) {
            return Optional.empty();
        }
        List<AccountState> told = new ArrayList<>();
        if (root.path("elements").isArray()) {
            root.path("elements").forEach(account -> of(account, path).ifPresent(told::add));
        } else if (root.path("results").isObject()) {
            root.path("results").forEach(account -> of(account, path).ifPresent(told::add));
        } else {
            of(root, path).ifPresent(told::add);
        }
        List<AccountState> asked = told.stream()
                .filter(account -> circumstances
                        .accountId()
                        .filter(id -> account.id().isEmpty() || id.endsWith(account.id()))
                        .isPresent())
                .toList();
        return (asked.isEmpty() ? told : asked)
                .stream()
                        .map(AccountState::status)
                        .filter(status -> !IN_ORDER.contains(status))
                        .findFirst();
    }

    /// Without an address only what has a currency is an account; campaigns have serving statuses, too.
    private static Optional<AccountState> of(JsonNode account, String path) {
        boolean sure = !path.isEmpty() || account.has("currency") && account.has("servingStatuses");
        String status = Fields.at(account, "status").orElse("");
        if (!sure || !status.matches("[A-Z_]+") && !account.has("servingStatuses")) {
            return Optional.empty();
        }
        String id = Fields.at(account, "id").orElse("");
        return Optional.of(new AccountState(id, status.isEmpty() || status.equals("ACTIVE") ? hold(account) : status));
    }

    private static String hold(JsonNode account) {
        for (JsonNode serving : account.path("servingStatuses")) {
            if (!IN_ORDER.contains(serving.asText())) {
                return serving.asText();
            }
        }
        return "ACTIVE";
    }
}
