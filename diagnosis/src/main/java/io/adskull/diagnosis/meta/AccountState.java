package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state of one ad account as healthy answers tell it, which is where Meta tells it: a disabled account is
/// still answered.
///
/// @param id of the account, without `act_`; empty when the answer does not say
record AccountState(String id, String status) {
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("1", "ACTIVE"),
            Map.entry("2", "DISABLED"),
            Map.entry("3", "UNSETTLED"),
            Map.entry("7", "PENDING_RISK_REVIEW"),
            Map.entry("8", "PENDING_SETTLEMENT"),
            Map.entry("9", "IN_GRACE_PERIOD"),
            Map.entry("100", "PENDING_CLOSURE"),
            Map.entry("101", "CLOSED"),
            Map.entry("102", "PENDING_REVIEW"),
            Map.entry("201", "ANY_ACTIVE"),
            Map.entry("202", "ANY_CLOSED"));
    private static final List<String> REASONS = List.of(
            "NONE",
            "ADS_INTEGRITY_POLICY",
            "ADS_IP_REVIEW",
            "RISK_PAYMENT",
            "GRAY_ACCOUNT_SHUT_DOWN",
            "ADS_AFC_REVIEW",
            "BUSINESS_INTEGRITY_RAR",
            "PERMANENT_CLOSE",
            "UNUSED_RESELLER_ACCOUNT",
            "UNUSED_ACCOUNT",
            "UMBRELLA_AD_ACCOUNT",
            "BUSINESS_MANAGER_INTEGRITY_POLICY",
            "MISREPRESENTED_AD_ACCOUNT",
            "AOAB_DESHARE_LEGAL_ENTITY",
            "CTX_THREAD_REVIEW",
            "COMPROMISED_AD_ACCOUNT");

    /// The state of the account asked about, if it is not in order. Of a list that does not name the account
    /// nothing is concluded, unless it holds one account only; when nobody knows which account was asked for, the
    /// first that is not in order counts.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        List<AccountState> told = new ArrayList<>();
        of(root).ifPresent(told::add);
        for (String list : new String[] {"data", "adaccounts", "owned_ad_accounts", "client_ad_accounts"}) {
            JsonNode accounts = root.path(list);
            for (JsonNode account : accounts.isArray() ? accounts : accounts.path("data")) {
                of(account).ifPresent(told::add);
            }
            of(accounts).ifPresent(told::add);
        }
        Optional<String> asked = circumstances.accountId().map(AccountState::bare);
        return told.stream()
                .filter(account -> told.size() == 1
                        || account.id().isEmpty()
                        || asked.isEmpty()
                        || account.id().equals(asked.get()))
                .map(AccountState::status)
                .filter(status -> !status.equals("ACTIVE") && !status.equals("ANY_ACTIVE"))
                .findFirst();
    }

    private static Optional<AccountState> of(JsonNode account) {
        Optional<String> reason =
                Fields.at(account, "disable_reason").map(AccountState::reason).filter(name -> !name.equals("NONE"));
        return Fields.at(account, "account_status")
                .or(() -> reason.map(name -> "DISABLED"))
                .map(status -> STATUSES.getOrDefault(status, status))
                .map(status -> status.equals("DISABLED")
                        ? reason.map(name -> status + "/" + name).orElse(status)
                        : status)
                .map(status -> new AccountState(
                        Fields.first(account, "account_id", "id")
                                .map(AccountState::bare)
                                .orElse(""),
                        status));
    }

    /// An unknown reason tells no more than none.
    private static String reason(String told) {
        if (told.matches("\\d{1,3}")) {
            int number = Integer.parseInt(told);
            return number < REASONS.size() ? REASONS.get(number) : "NONE";
        }
        return REASONS.contains(told) ? told : "NONE";
    }

    private static String bare(String id) {
        return id.startsWith("act_") ? id.substring("act_".length()) : id;
    }
}
