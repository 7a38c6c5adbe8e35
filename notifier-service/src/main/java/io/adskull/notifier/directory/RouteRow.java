package io.adskull.notifier.directory;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a tenant wants to be heard where.
@Entity
@Table(name = "route")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class RouteRow {
    @Id
    private UUID id;

    private String tenant;
    private String name;
    private String[] platforms;
    private String[] accounts;
    private String[] labels;
    private String[] causes;
    private String[] actors;
    private String[] severities;
    private UUID[] destinations;

    @Embedded
    private EscalationColumns escalation = EscalationColumns.of(Optional.empty());

    @Column(name = "created_at")
    private Instant createdAt;

    protected RouteRow() {}

    RouteRow(String tenant, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.createdAt = now;
    }

    void becomes(String newName, Asked asked, List<UUID> to, Optional<Escalation> wanted) {
        escalation = EscalationColumns.of(wanted);
        name = newName;
        platforms = texts(asked.platforms(), Platform::id);
        accounts = texts(asked.accounts(), AccountKey::toString);
        labels = texts(asked.labels(), Label::text);
        causes = texts(asked.causes(), Cause::name);
        actors = texts(asked.actors(), Actor::name);
        severities = texts(asked.severities(), Severity::name);
        destinations = to.stream().distinct().toArray(UUID[]::new);
    }

    Asked asked() {
        return new Asked(
                values(platforms, Platform::of),
                values(accounts, AccountKey::parse),
                values(labels, Label::new),
                values(causes, Cause::valueOf),
                values(actors, Actor::valueOf),
                values(severities, Severity::valueOf));
    }

    boolean asksForLabels() {
        return labels.length > 0;
    }

    /// A destination that is gone is asked no more.
    void without(UUID destination) {
        destinations = Arrays.stream(destinations)
                .filter(to -> !to.equals(destination))
                .toArray(UUID[]::new);
        escalation = escalation.without(destination);
    }

    Optional<Escalation> escalation() {
        return escalation.escalation();
    }

    UUID id() {
        return id;
    }

    String tenant() {
        return tenant;
    }

    String name() {
        return name;
    }

    List<UUID> destinations() {
        return List.of(destinations);
    }

    private static <T> String[] texts(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> values(String[] texts, Function<String, T> value) {
        return Arrays.stream(texts).map(value).collect(Collectors.toSet());
    }
}
