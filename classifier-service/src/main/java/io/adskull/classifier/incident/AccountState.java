package io.adskull.classifier.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adskull.classifier.evidence.Call;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one account between two answers.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountState.Watched.class, name = "WATCHED"),
    @JsonSubTypes.Type(value = AccountState.Disconnected.class, name = "DISCONNECTED")
})
public sealed interface AccountState {
    AccountKey account();

    /// When the ledger must look at this account though no answer came, by the wall clock.
    @JsonIgnore
    Optional<Instant> dueAt();

    /// Incidents that are open now.
    @JsonIgnore
    List<OpenIncident> open();

    /// @param connected null until it is known who connected the account
    /// @param calls in the order in which they were first seen, at most [LedgerPage#MAX_CALLS]
    /// @param letters what it said to and heard from its connection and platform
    record Watched(
            AccountKey account,
            String tenant,
            @Nullable ConnectedAccount connected,
            List<Call> calls,
            List<OpenIncident> incidents,
            Letters letters)
            implements AccountState {

        public Watched {
            calls = List.copyOf(calls);
            incidents = List.copyOf(incidents);
            letters = Objects.requireNonNullElse(letters, Letters.none());
        }

        static Watched unconnected(AccountKey account, String tenant) {
            return new Watched(account, tenant, null, List.of(), List.of(), Letters.none());
        }

        static Watched connected(ConnectedAccount account) {
            return new Watched(account.account(), account.tenant(), account, List.of(), List.of(), Letters.none());
        }

        Optional<Call> call(String endpoint) {
            return calls.stream()
                    .filter(call -> call.endpoint().equals(endpoint))
                    .findFirst();
        }

        /// The calls that hold an incident open.
        public List<Call> failing() {
            return calls.stream()
                    .filter(call -> incidents.stream().anyMatch(incident -> incident.hasFailing(call.endpoint())))
                    .toList();
        }

        Watched with(Call call) {
            List<Call> renewed = calls.stream()
                    .map(known -> known.endpoint().equals(call.endpoint()) ? call : known)
                    .toList();
            return new Watched(account, tenant, connected, renewed, incidents, letters);
        }

        @Override
        public Optional<Instant> dueAt() {
            return calls.stream()
                    .flatMap(call -> Stream.ofNullable(call.kept()))
                    .flatMap(kept -> kept.nextDueAt().stream())
                    .min(Comparator.naturalOrder());
        }

        @Override
        public List<OpenIncident> open() {
            return incidents;
        }
    }

    /// The account is gone, but answers to calls that were on their way may still come: they must not raise an
    /// alarm.
    ///
    /// @param until when the last of them must have come, by the wall clock
    record Disconnected(AccountKey account, Instant until) implements AccountState {
        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }

        @Override
        public List<OpenIncident> open() {
            return List.of();
        }
    }
}
