package io.adskull.notifier;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.testing.TestTopics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Accounts of one connection that no other test has, and what the classifier says of them.
final class OneConnection {
    private final ConnectionId id = new ConnectionId(UUID.randomUUID());

    /// In the name of each of its accounts, and of no other.
    String shop() {
        return "Shop " + id.toString().substring(0, 8);
    }

    String number(int account) {
        return "7" + String.format("%09d", Math.abs(id.hashCode()) % 1_000_000_000) + String.format("%09d", account);
    }

    Incidents permission(int account) {
        return of(Incidents.automatedRulesPermissionMissing(), account);
    }

    Incidents revoked(int account) {
        return of(Incidents.revokedToken(), account);
    }

    Incidents rateLimited(int account) {
        return of(Incidents.rateLimited(), account);
    }

    private Incidents of(Incidents story, int account) {
        return story.withAccount(number(account))
                .withAccountName(shop() + " " + account)
                .withConnection(id);
    }

    static void opened(Incident incident) {
        publish(new Remediation.Opened(incident, incident.openedAt()));
    }

    static void resolved(Incident incident, Instant at) {
        publish(new Remediation.Resolved(incident, at, "The same call works again."));
    }

    private static void publish(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }

    /// What became of the messages about one of its accounts, as the topic `alerts` says.
    List<AlertOutcome> outcomes(int account) {
        return TestTopics.current().read(Topic.ALERTS).stream()
                .filter(record -> record.key().equals("tiktok/" + number(account)))
                .map(record -> EventJson.read(record.value(), AlertOutcome.class))
                .toList();
    }
}
