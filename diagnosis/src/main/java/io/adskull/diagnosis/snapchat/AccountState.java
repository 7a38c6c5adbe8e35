package io.adskull.diagnosis.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one ad account as `/adaccounts` tells it.
///
/// @param id of the account; empty when the answer does not say
record AccountState(String id, String status) {

    /// Whether the body may tell one that is not in order.
    static boolean mayBeToldIn(byte[] body) {
        return (JsonScan.contains(body, "\"adaccounts\"") || JsonScan.contains(body, "\"organizations\""))
                && !JsonScan.isAlways(body, "\"status\"", "\"ACTIVE\"");
    }

    /// The state of the account asked about, if it is not in order; of all that are told where nobody knows which
    /// one that is.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        List<AccountState> told = new ArrayList<>();
        for (JsonNode part : root.path("adaccounts")) {
            of(part.path("adaccount")).ifPresent(told::add);
        }
        for (JsonNode part : root.path("organizations")) {
            for (JsonNode account : part.path("organization").path("ad_accounts")) {
                of(account).ifPresent(told::add);
            }
        }
        List<AccountState> asked = told.stream()
                .filter(account ->
                        circumstances.accountId().filter(account.id()::equals).isPresent())
                .toList();
        return (asked.isEmpty() && told.size() == 1 ? told : asked)
                .stream()
                        .map(AccountState::status)
                        .filter(status -> !status.equals("ACTIVE"))
                        .findFirst();
    }

    private static Optional<AccountState> of(JsonNode account) {
        return Fields.at(account, "status")
                .map(status -> new AccountState(Fields.at(account, "id").orElse(""), status));
    }
}
