package io.adskull.diagnosis.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one profile or ads account as a healthy answer tells it.
///
/// @param status empty when it is in order
record ProfileState(String id, Optional<String> status) {

    /// Whether profiles are listed and all of them can pay, seen without building anything from the body.
    static boolean arePlainlyInOrder(byte[] body) {
        return JsonScan.contains(body, "\"profileId\"")
                && JsonScan.isAlways(body, "\"validPaymentMethod\"", "true")
                && !JsonScan.contains(body, "\"adsAccountId\"");
    }

    /// The state of the account asked about, if it is not in order. When nobody knows which one was asked for, all
    /// that are listed must be out of order: else the connection has one to work with.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        List<ProfileState> told = new ArrayList<>();
        JsonNode list = root.isArray() ? root : root.path("adsAccounts");
        if (list.isArray()) {
            list.forEach(account -> of(account).ifPresent(told::add));
        } else {
            of(root).ifPresent(told::add);
        }
        Optional<String> asked = circumstances.accountId();
        List<ProfileState> meant = told.stream()
                .filter(account ->
                        asked.isEmpty() || told.size() == 1 || account.id().equals(asked.get()))
                .toList();
        return meant.stream().allMatch(account -> account.status().isPresent())
                ? meant.stream().flatMap(account -> account.status().stream()).findFirst()
                : Optional.empty();
    }

    private static Optional<ProfileState> of(JsonNode account) {
        if (account.has("adsAccountId")) {
            return Optional.of(new ProfileState(
                    account.path("adsAccountId").asText(),
                    Fields.at(account, "status").filter(status -> status.matches("DISABLED|PENDING|SUSPENDED"))));
        }
        JsonNode payment = account.path("accountInfo").path("validPaymentMethod");
        boolean unpaid = payment.isBoolean() && !payment.asBoolean();
        return account.has("profileId")
                ? Optional.of(new ProfileState(
                        account.path("profileId").asText(),
                        unpaid ? Optional.of("NO_VALID_PAYMENT_METHOD") : Optional.empty()))
                : Optional.empty();
    }
}
