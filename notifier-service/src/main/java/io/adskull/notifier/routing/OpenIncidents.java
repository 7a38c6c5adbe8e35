package io.adskull.notifier.routing;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.delivery.IncidentRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/// What is open of one connection, whether an account met it or the connection itself was heard of.
@ApplicationScoped
class OpenIncidents {
    private final EntityManager entities;

    OpenIncidents(EntityManager entities) {
        this.entities = entities;
    }

    List<Incident> of(AccountKey account) {
        return entities.createQuery(
                        "from IncidentRecord where account = :account and open = true", IncidentRecord.class)
                .setParameter("account", account.toString())
                .getResultStream()
                .map(record -> record.remediation().incident())
                .toList();
    }

    List<Incident> of(ConnectionId connection) {
        return entities.createQuery(
                        "from IncidentRecord where connection = :connection and open = true", IncidentRecord.class)
                .setParameter("connection", connection.value())
                .getResultStream()
                .map(record -> record.remediation().incident())
                .toList();
    }
}
