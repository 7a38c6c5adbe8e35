package io.adskull.diagnosis.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one advertiser as `/advertiser/info/` tells it.
///
/// @param id of the account; empty when the answer does not say
record AccountState(String id, String status) {

    /// The state of the account asked about, if it is not in order. An answer that names it nowhere is about it
    /// all the same, for it answers a call for it: then the first that is not in order counts, as when nobody knows
    /// which account was asked for.
    ///
    /// @param data of the envelope: the accounts themselves, or an object that lists them
    static Optional<String> in(JsonNode data, Circumstances circumstances) {
        List<AccountState> told = new ArrayList<>();
        for (JsonNode account : data.isArray() ? data : data.path("list")) {
            of(account).ifPresent(told::add);
        }
        List<AccountState> asked = told.stream()
                .filter(account -> account.id().isEmpty()
                        || circumstances
                                .accountId()
                                .filter(account.id()::equals)
                                .isPresent())
                .toList();
        return (asked.isEmpty() ? told : asked)
                .stream()
                        .map(AccountState::status)
                        .filter(status ->
                                !status.equals("STATUS_ENABLE") && !status.equals("SHOW_ACCOUNT_STATUS_APPROVED"))
                        .findFirst();
    }

    private static Optional<AccountState> of(JsonNode account) {
        return Fields.at(account, "status")
                .filter(status -> status.startsWith("STATUS_"))
                .or(() -> Fields.at(account, "display_status")
                        .filter(status -> status.startsWith("SHOW_ACCOUNT_STATUS_")))
                .map(status ->
                        new AccountState(Fields.at(account, "advertiser_id").orElse(""), status));
    }
}
