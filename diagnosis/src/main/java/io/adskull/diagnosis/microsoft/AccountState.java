package io.adskull.diagnosis.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The life-cycle status of one account, as Customer Management tells it.
///
/// @param id of the account; empty when the answer does not say
/// @param status such as `Suspended`, or `Pause/2` with the number that tells who paused it
record AccountState(String id, String status) {
    private static final Pattern SOAP = Pattern.compile("<(?:\\w+:)?AccountLifeCycleStatus>(\\w+)</");
    private static final Pattern REASON = Pattern.compile("<(?:\\w+:)?PauseReason>(\\d+)</");

    /// The status of the account asked about, if it is not in order; the first such when nobody knows which one was
    /// asked for.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        List<AccountState> told = new ArrayList<>();
        for (JsonNode holder : root.findParents("AccountLifeCycleStatus")) {
            String status = Fields.at(holder, "AccountLifeCycleStatus").orElse("");
            String reason = Fields.at(holder, "PauseReason").orElse("");
            String id = Fields.first(holder, "Id", "AccountId").orElse("");
            told.add(new AccountState(id, joined(status, reason)));
        }
        List<AccountState> asked = told.stream()
                .filter(account ->
                        circumstances.accountId().filter(account.id()::equals).isPresent())
                .toList();
        return (asked.isEmpty() ? told : asked)
                .stream()
                        .map(AccountState::status)
                        .filter(AccountState::isTrouble)
                        .findFirst();
    }

    /// In SOAP only an answer about one account tells which one it is about.
    static Optional<String> in(String soap, Circumstances circumstances) {
        Matcher status = SOAP.matcher(soap);
        if (!status.find()) {
            return Optional.empty();
        }
        String first = status.group(1);
        if (status.find() && circumstances.accountId().isPresent()) {
            return Optional.empty();
        }
        Matcher reason = REASON.matcher(soap);
        return Optional.of(joined(first, reason.find() ? reason.group(1) : "")).filter(AccountState::isTrouble);
    }

    private static boolean isTrouble(String status) {
        return !status.isEmpty() && !status.equals("Active");
    }

    private static String joined(String status, String reason) {
        return status.equals("Pause") && !reason.isEmpty() ? status + "/" + reason : status;
    }
}
