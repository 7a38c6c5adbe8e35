package io.adskull.notifier.directory;

import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.notifier.patience.QuietHours;
import io.adskull.vault.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One place where a tenant wants to hear.
@Entity
@Table(name = "destination")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class DestinationRow {
    /// Begins the outbox's names of these, which no configured destination's name does.
    private static final String PREFIX = "tenant/";

    @Id
    private UUID id;

    private String tenant;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String recipient;
    private byte[] sealed;

    @Column(name = "hears_rest")
    private boolean hearsRest;

    private @Nullable String zone;

    @Column(name = "quiet_from")
    private @Nullable LocalTime quietFrom;

    @Column(name = "quiet_to")
    private @Nullable LocalTime quietTo;

    @Column(name = "critical_breaks_quiet")
    private boolean criticalBreaksQuiet = true;

    @Enumerated(EnumType.STRING)
    private DigestRhythm digest = DigestRhythm.NONE;

    @Column(name = "digest_due_at")
    private @Nullable Instant digestDueAt;

    @Column(name = "digest_since")
    private @Nullable Instant digestSince;

    @Embedded
    private EscalationColumns escalation = EscalationColumns.of(Optional.empty());

    @Column(name = "confirmed_mailbox")
    private @Nullable String confirmedMailbox;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "off_at")
    private @Nullable Instant offAt;

    @Column(name = "off_why")
    private @Nullable String offWhy;

    protected DestinationRow() {}

    DestinationRow(String tenant, Kind kind, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.kind = kind;
        this.createdAt = now;
    }

    /// The id that the outbox's name stands for; empty where it is a configured destination's.
    static Optional<UUID> idIn(String outboxName) {
        return outboxName.startsWith(PREFIX)
                ? Optional.of(UUID.fromString(outboxName.substring(PREFIX.length())))
                : Optional.empty();
    }

    void isCalled(String newName, boolean hears) {
        name = newName;
        hearsRest = hears;
    }

    void isShownAs(String shown) {
        recipient = shown;
    }

    void isAt(Address address, String shown, Vault vault) {
        isShownAs(shown);
        sealed = vault.seal(id.toString(), address.asSecret());
    }

    void isIn(Optional<ZoneId> place) {
        zone = place.map(ZoneId::getId).orElse(null);
    }

    Optional<ZoneId> zone() {
        return Optional.ofNullable(zone).map(ZoneId::of);
    }

    /// Where it had none, the first tells of what is open, and of what mends from now on.
    void hasDigest(DigestRhythm rhythm, Instant now) {
        digestSince = digest == DigestRhythm.NONE || digestSince == null ? now : digestSince;
        digest = rhythm;
        digestDueAt = zone().flatMap(place -> rhythm.next(now, place)).orElse(null);
    }

    DigestRhythm digest() {
        return digest;
    }

    void isQuiet(Optional<QuietHours> hours) {
        quietFrom = hours.map(QuietHours::from).orElse(null);
        quietTo = hours.map(QuietHours::to).orElse(null);
        criticalBreaksQuiet = hours.map(QuietHours::criticalBreaks).orElse(true);
    }

    Optional<QuietHours> quietHours() {
        return zone == null || quietFrom == null || quietTo == null
                ? Optional.empty()
                : Optional.of(new QuietHours(ZoneId.of(zone), quietFrom, quietTo, criticalBreaksQuiet));
    }

    void isEscalated(Optional<Escalation> wanted) {
        escalation = EscalationColumns.of(wanted);
    }

    Optional<Escalation> escalation() {
        return escalation.escalation();
    }

    /// A destination that is gone hears of nothing any more.
    void without(UUID destination) {
        escalation = escalation.without(destination);
    }

    /// Its reader says that mail is welcome.
    void confirm(Instant now) {
        if (!isConfirmed()) {
            confirmedMailbox = recipient;
            hasDigest(digest, now);
        }
    }

    /// Whether its reader wants to hear; always where it is no mailbox.
    boolean isConfirmed() {
        return kind != Kind.EMAIL || recipient.equals(confirmedMailbox);
    }

    void turnOff(String why, Instant at) {
        offAt = at;
        offWhy = why;
    }

    void turnOn() {
        offAt = null;
        offWhy = null;
    }

    /// Empty when no key opens its address any more.
    Optional<Address> address(Vault vault) {
        return vault.openSecret(id.toString(), sealed).map(Address::read);
    }

    /// @param unsubscribe where a mailbox's reader switches it off
    Optional<Destination> destination(Vault vault, Supplier<URI> unsubscribe) {
        return address(vault).map(address -> address.as(kind, outboxName(), recipient, unsubscribe));
    }

    static String outboxName(UUID id) {
        return PREFIX + id;
    }

    /// As the outbox calls it.
    String outboxName() {
        return outboxName(id);
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

    Kind kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    boolean hearsRest() {
        return hearsRest;
    }

    /// Whether anything may be sent there.
    boolean hears() {
        return isOn() && isConfirmed();
    }

    boolean isOn() {
        return offAt == null;
    }

    Optional<Instant> offAt() {
        return Optional.ofNullable(offAt);
    }

    Optional<String> offWhy() {
        return Optional.ofNullable(offWhy);
    }
}
