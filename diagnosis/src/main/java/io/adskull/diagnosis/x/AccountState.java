package io.adskull.diagnosis.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one ad account as `/accounts` tells it.
///
/// @param status empty when the account is in order
record AccountState(String id, Optional<String> status) {

    /// The state of the account asked about, if it is not in order. When nobody knows which one was asked for, all
    /// that are listed must be out of order: else the connection has one to work with.
    static Optional<String> in(JsonNode data, Circumstances circumstances) {
        List<AccountState> told = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(account -> of(account).ifPresent(told::add));
        } else {
            of(data).ifPresent(told::add);
        }
        Optional<String> asked = circumstances.accountId();
        List<AccountState> meant = told.stream()
                .filter(account ->
                        asked.isEmpty() || told.size() == 1 || account.id().equalsIgnoreCase(asked.get()))
                .toList();
        return meant.stream().allMatch(account -> account.status().isPresent())
                ? meant.stream().flatMap(account -> account.status().stream()).findFirst()
                : Optional.empty();
    }

    /// `NO_FUNDING` when none of the ways of paying that are listed can fund ads.
    static Optional<String> ofFunding(JsonNode data) {
        JsonNode first = data.isArray() ? data.path(0) : data;
        boolean able = false;
        for (JsonNode instrument : data.isArray() ? data : List.of(data)) {
            able |= instrument.path("able_to_fund").asBoolean(true);
        }
        return first.has("able_to_fund") && !able ? Optional.of("NO_FUNDING") : Optional.empty();
    }

    /// Campaigns and ads have an approval as well; only accounts have a time zone.
    private static Optional<AccountState> of(JsonNode account) {
        Optional<String> approval = Fields.at(account, "approval_status").filter(status -> account.has("timezone"));
        return approval.map(status -> new AccountState(
                Fields.at(account, "id").orElse(""),
                account.path("deleted").asBoolean()
                        ? Optional.of("DELETED")
                        : Optional.of(status).filter(s -> !s.equals("ACCEPTED"))));
    }
}
