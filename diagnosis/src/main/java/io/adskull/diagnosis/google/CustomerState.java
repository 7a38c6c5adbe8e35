package io.adskull.diagnosis.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import java.util.Optional;
import java.util.Set;

/// The state of the account itself, as a search over `customer.status` tells it.
final class CustomerState {
    private static final Set<String> STOPPED = Set.of("CANCELED", "SUSPENDED", "CLOSED");

    private CustomerState() {}

    /// Whether a healthy body may tell one that is not in order.
    static boolean mayStandIn(byte[] body) {
        return JsonScan.contains(body, "\"customer\"")
                && STOPPED.stream().anyMatch(state -> JsonScan.contains(body, '"' + state + '"'));
    }

    /// The state that is not in order, of the account asked about; of the first one when nobody knows which that is.
    static Optional<String> in(JsonNode root, Circumstances circumstances) {
        for (JsonNode page : root.isArray() ? root : Set.of(root)) {
            for (JsonNode row : page.path("results")) {
                JsonNode customer = row.path("customer");
                Optional<String> state =
                        Fields.at(customer, "status").filter(STOPPED::contains).filter(s -> !isTest(customer, s));
                if (state.isPresent() && isAskedFor(customer, circumstances)) {
                    return state;
                }
            }
        }
        return Optional.empty();
    }

    /// Accounts for tests are always shown as closed.
    private static boolean isTest(JsonNode customer, String state) {
        boolean test = customer.path("testAccount").asBoolean()
                || customer.path("test_account").asBoolean();
        return test && state.equals("CLOSED");
    }

    private static boolean isAskedFor(JsonNode customer, Circumstances circumstances) {
        Optional<String> id = Fields.at(customer, "id");
        Optional<String> asked = circumstances.accountId().map(text -> text.replace("-", ""));
        return id.isEmpty() || asked.isEmpty() || id.equals(asked);
    }
}
