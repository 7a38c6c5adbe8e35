package io.adskull.notifier.delivery;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newest transition of one incident, byte for byte as it came.
@Entity
@Table(name = "incident")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class IncidentRecord {
    @Id
    private UUID id;

    private String account;
    private @Nullable UUID connection;
    private boolean open;
    private byte[] remediation;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected IncidentRecord() {}

    public IncidentRecord(Remediation remediation, byte[] asItCame, Instant now) {
        this.id = remediation.incident().id().value();
        became(remediation, asItCame, now);
    }

    public final void became(Remediation next, byte[] asItCame, Instant now) {
        this.account = next.incident().account().toString();
        this.connection = Optional.ofNullable(next.incident().connection())
                .map(ConnectionId::value)
                .orElse(null);
        this.open = !(next instanceof Remediation.Resolved);
        this.remediation = asItCame.clone();
        this.changedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Optional<ConnectionId> connection() {
        return Optional.ofNullable(connection).map(ConnectionId::new);
    }

    String account() {
        return account;
    }

    public boolean open() {
        return open;
    }

    public Remediation remediation() {
        return EventJson.read(remediation, Remediation.class);
    }

    Incident incident() {
        return remediation().incident();
    }
}
