package io.adskull.notifier.delivery;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.patience.ComesAndGoes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
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

    @Transient
    private @Nullable Remediation read;

    @Column(name = "changed_at")
    private Instant changedAt;

    private @Nullable UUID lead;

    @Column(name = "told_with")
    private @Nullable String toldWith;

    private int part;

    @Column(name = "stops_all")
    private boolean stopsAll;

    @Column(name = "joined_at")
    private @Nullable Instant joinedAt;

    @Column(name = "alike")
    private @Nullable String alike;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "came_and_went")
    private int cameAndWent;

    @Column(name = "comes_and_goes_since")
    private @Nullable Instant comesAndGoesSince;

    protected IncidentRecord() {}

    public IncidentRecord(Remediation remediation, byte[] asItCame, Instant now) {
        this.id = remediation.incident().id().value();
        this.alike = alike(remediation.incident());
        this.openedAt = remediation.incident().openedAt();
        became(remediation, asItCame, now);
    }

    public final void became(Remediation next, byte[] asItCame, Instant now) {
        this.account = next.incident().account().toString();
        this.connection = Optional.ofNullable(next.incident().connection())
                .map(ConnectionId::value)
                .orElse(null);
        this.open = !(next instanceof Remediation.Resolved);
        this.remediation = asItCame.clone();
        this.read = next;
        this.changedAt = now;
    }

    /// The first of those that are told together by `key`.
    ///
    /// @param stopping whether it stops all accounts of its connection
    public void leads(String key, boolean stopping, Instant now) {
        toldWith = key;
        stopsAll = stopping;
        lead = id;
        joinedAt = now;
    }

    /// Is told by `first`'s messages, in that of this part.
    public void joins(IncidentRecord first, int inPart, Instant now) {
        toldWith = first.toldWith;
        lead = first.lead();
        stopsAll = first.stopsAll;
        part = inPart;
        joinedAt = now;
    }

    /// What breaks when the same thing breaks again.
    public static String alike(Incident incident) {
        return String.join(
                "\n",
                incident.account().toString(),
                incident.cause().name(),
                incident.resource().name());
    }

    public void comesAndGoes(ComesAndGoes before) {
        cameAndWent = before.times();
        comesAndGoesSince = before.since();
    }

    public Optional<ComesAndGoes> comesAndGoes() {
        return Optional.ofNullable(comesAndGoesSince).map(since -> new ComesAndGoes(cameAndWent, since));
    }

    public UUID lead() {
        return lead == null ? id : lead;
    }

    public boolean leads() {
        return lead().equals(id);
    }

    public Optional<String> toldWith() {
        return Optional.ofNullable(toldWith);
    }

    /// Whether the first message names all accounts of the connection.
    public boolean stopsAll() {
        return stopsAll;
    }

    public int part() {
        return part;
    }

    public Instant joinedAt() {
        return Optional.ofNullable(joinedAt).orElse(changedAt);
    }

    public UUID id() {
        return id;
    }

    public Optional<ConnectionId> connection() {
        return Optional.ofNullable(connection).map(ConnectionId::new);
    }

    public String account() {
        return account;
    }

    public boolean open() {
        return open;
    }

    public Remediation remediation() {
        Remediation known = read == null ? EventJson.read(remediation, Remediation.class) : read;
        read = known;
        return known;
    }

    public Incident incident() {
        return remediation().incident();
    }
}
