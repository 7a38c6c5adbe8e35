package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One account and its ledger. Its state goes through JSON after every event, as it does in the store.
final class Scene {
    static final AccountKey ACCOUNT = AccountKey.parse("tiktok/7012345678901234503");
    static final Duration GRACE = Duration.ofSeconds(10);
    static final Duration CONFIRMATION = Duration.ofMinutes(2);
    static final Duration OTHERS = Duration.ofSeconds(30);
    static final String TENANT = "demo";
    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final IncidentLedger ledger =
            new IncidentLedger(new Examination(new SimpleDiagnoses()), new Patience(GRACE, CONFIRMATION, OTHERS));
    private Optional<AccountState> state = Optional.empty();
    private int answers;

    static Scene connected() {
        Scene scene = new Scene();
        scene.connect(TENANT, "Northwind Kids");
        return scene;
    }

    List<Remediation> connect(String tenant, String name) {
        var account = new ConnectedAccount(
                ACCOUNT,
                tenant,
                ConnectionId.parse("11111111-1111-4111-8111-111111111111"),
                "advertiser",
                name,
                "Northwind Agency",
                List.of(),
                at("07:00:00"),
                null);
        return enter(ledger.connected(state, account));
    }

    List<Remediation> disconnect(String time) {
        return enter(ledger.disconnected(state, at(time), at(time)));
    }

    /// An answer with an id of its own that arrives when it came.
    List<Remediation> answer(String time, Resource resource, String body) {
        answers++;
        return answer("answer-" + answers, time, resource, body);
    }

    List<Remediation> answer(String id, String time, Resource resource, String body) {
        return answer(response(id, time, resource, body), at(time));
    }

    List<Remediation> answer(ApiResponse response, Instant now) {
        Optional<TraceParent> trace = TraceParent.parse("00-" + TRACE + "-00f067aa0ba902b7-01");
        return enter(ledger.answered(state, new Observation(response, trace, now)));
    }

    List<Remediation> hear(ConnectionStanding standing, Instant now) {
        return enter(ledger.heard(state, standing, now));
    }

    List<Remediation> hear(WideNotice notice, Instant now) {
        return enter(ledger.heard(state, notice, now));
    }

    /// Time passes, and the account is looked at if it is due.
    List<Remediation> wait(String until) {
        return waitUntil(at(until));
    }

    List<Remediation> waitUntil(Instant now) {
        boolean due = state.flatMap(AccountState::dueAt)
                .filter(dueAt -> !dueAt.isAfter(now))
                .isPresent();
        return due ? enter(ledger.due(state.orElseThrow(), now)) : List.of();
    }

    List<Incident> open() {
        return state.stream()
                .flatMap(known -> known.open().stream())
                .map(OpenIncident::incident)
                .toList();
    }

    Optional<AccountState> state() {
        return state;
    }

    static ApiResponse response(String id, String time, Resource resource, String body) {
        return response(id, at(time), resource, "/" + resource.name().toLowerCase(Locale.ROOT) + "/get/", body);
    }

    static ApiResponse response(String id, Instant time, Resource resource, String path, String body) {
        return new ApiResponse(
                new CloudEvent(id, ApiResponse.EVENT_TYPE, "/poller-service", ACCOUNT.toString(), time, TENANT),
                Optional.empty(),
                "GET",
                path,
                Optional.of(resource),
                Optional.of(200),
                Optional.empty(),
                Map.of("x-tt-logid", "log-" + id),
                false,
                1,
                Duration.ofMillis(120),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }

    /// How a reader would tell the transitions: `OPENED TOKEN_INVALID ACCOUNT`.
    static List<String> told(List<Remediation> remediations) {
        return remediations.stream()
                .map(remediation -> switch (remediation) {
                            case Remediation.Opened o -> "OPENED ";
                            case Remediation.Updated u -> "UPDATED ";
                            case Remediation.Resolved r -> "RESOLVED ";
                        }
                        + remediation.incident().cause() + " "
                        + remediation.incident().resource())
                .toList();
    }

    private List<Remediation> enter(Transition transition) {
        state = transition.after().map(after -> EventJson.read(EventJson.write(after), AccountState.class));
        return transition.outgoing().stream()
                .map(Transition.Outgoing::remediation)
                .toList();
    }
}
