package io.adskull.diagnosis.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one ad account as `/ad_accounts` tells it: why it is suspended, or how its approval stands.
///
/// @param id of the account; empty when the answer does not say
record AccountState(String id, String status) {

    /// The state of the account asked about, if it is not in order. An answer about a single account is about it.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        JsonNode data = root.path("data");
        List<AccountState> told = new ArrayList<>();
        if (data.isObject()) {
            of(data).ifPresent(told::add);
        }
        if (data.isArray()) {
            data.forEach(account -> of(account).ifPresent(told::add));
        }
        return told.stream()
                .filter(account -> data.isObject()
                        || circumstances
                                .accountId()
                                .filter(account.id()::equals)
                                .isPresent())
                .map(AccountState::status)
                .filter(status -> !status.equals("APPROVED"))
                .findFirst();
    }

    private static Optional<AccountState> of(JsonNode account) {
        boolean suspended = Fields.at(account, "suspension_reason")
                .filter(reason -> !reason.equalsIgnoreCase("NONE"))
                .isPresent();
        return (suspended ? Optional.of("SUSPENDED") : Fields.at(account, "admin_approval"))
                .map(status -> new AccountState(Fields.at(account, "id").orElse(""), status));
    }
}
