package io.adskull.notifier.delivery;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Wording;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message to one destination, from the decision to its end. Its id is made from what it tells, so that
/// deciding twice writes once.
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Delivery {
    /// PENDING → SENDING (committed before anything leaves) → DELIVERED, GAVE_UP, or PENDING again; PENDING →
    /// CANCELLED.
    public enum State {
        PENDING,
        SENDING,
        DELIVERED,
        GAVE_UP,
        CANCELLED
    }

    @Id
    private UUID id;

    private UUID incident;
    private String account;
    private String tenant;

    @Enumerated(EnumType.STRING)
    private Transition transition;

    private int part;

    private String destination;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean held;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "wanted_at")
    private @Nullable Instant wantedAt;

    @Column(name = "muted_by")
    private @Nullable UUID mutedBy;

    private int attempts;

    @Column(name = "first_attempt_at")
    private @Nullable Instant firstAttemptAt;

    @Column(name = "attempted_at")
    private @Nullable Instant attemptedAt;

    @Column(name = "lease_owner")
    private @Nullable String leaseOwner;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    private @Nullable String problem;

    @Column(name = "trace_parent")
    private @Nullable String traceParent;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    private String channel;
    private String recipient;
    private @Nullable String subject;
    private boolean announced;

    /// By which the receiver knows it again.
    private @Nullable String receipt;

    protected Delivery() {}

    /// @param about the first incident of those that it tells of
    /// @param part which message about them it is, see [IncidentRecord#part()]
    /// @param held whether it may still be cancelled because the incident heals by itself before `dueAt`
    public Delivery(
            Incident about,
            Transition transition,
            int part,
            Destination to,
            Instant occurredAt,
            Instant dueAt,
            boolean held,
            Optional<String> traceParent,
            Instant now) {
        this.id = idOf(about.id(), transition, part, to.name());
        this.incident = about.id().value();
        this.account = about.account().toString();
        this.tenant = about.tenant();
        this.transition = transition;
        this.part = part;
        this.destination = to.name();
        this.channel = to.channel();
        this.recipient = to.recipient();
        this.subject = Wording.headline(about);
        this.state = State.PENDING;
        this.held = held;
        this.occurredAt = occurredAt;
        this.dueAt = dueAt;
        this.traceParent = traceParent.orElse(null);
        this.createdAt = now;
    }

    public static UUID idOf(IncidentId incident, Transition transition, int part, String destination) {
        String which = transition.name() + (part == 0 ? "" : part);
        String name = String.join("\n", incident.toString(), which, destination);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// The same message to another destination, not sooner than it was due here.
    Delivery movedTo(Destination to, Instant now) {
        var moved = new Delivery();
        moved.id = idOf(new IncidentId(incident), transition, part, to.name());
        moved.incident = incident;
        moved.account = account;
        moved.tenant = tenant;
        moved.transition = transition;
        moved.part = part;
        moved.destination = to.name();
        moved.channel = to.channel();
        moved.recipient = to.recipient();
        moved.subject = subject;
        moved.state = State.PENDING;
        moved.held = held;
        moved.occurredAt = occurredAt;
        moved.dueAt = state == State.PENDING && wantedAt().isAfter(now) ? wantedAt() : now;
        moved.traceParent = traceParent;
        moved.createdAt = now;
        return moved;
    }

    /// Of the message that began the conversation that this belongs to.
    UUID idOfFirst() {
        return idOf(new IncidentId(incident), Transition.OPENED, 0, destination);
    }

    Optional<String> receipt() {
        return Optional.ofNullable(receipt);
    }

    public void cancel(Instant now) {
        state = State.CANCELLED;
        finishedAt = now;
    }

    /// Patience is over: what was held goes out at this time, unless it would sooner; what it waits for
    /// besides, [HoldBack] knows.
    public void release(Instant at) {
        if (at.isBefore(wantedAt())) {
            dueAt = wantedAt == null ? at : dueAt;
            wantedAt = wantedAt == null ? null : at;
        }
    }

    void mutedBy(Optional<UUID> mute) {
        mutedBy = mute.orElse(null);
    }

    /// Whether a mute keeps it from leaving.
    boolean isMuted(Instant now) {
        return mutedBy != null && isHeld(now);
    }

    /// Leaves at this time, or when it wants to, if that is later.
    void waitUntil(Instant earliest) {
        Instant wanted = wantedAt();
        boolean waits = earliest.isAfter(wanted);
        wantedAt = waits ? wanted : null;
        dueAt = waits ? earliest : wanted;
        held = held || waits;
    }

    /// When it would leave if nobody wanted it to wait.
    Instant wantedAt() {
        return wantedAt == null ? dueAt : wantedAt;
    }

    /// Whether it may still be cancelled.
    public boolean isHeld(Instant now) {
        return state == State.PENDING && held && attempts == 0 && dueAt.isAfter(now);
    }

    /// Written as already promised to `owner`: its first attempt is on record with the decision itself.
    void promise(String owner, Instant until, Instant now) {
        state = State.SENDING;
        attempts = 1;
        firstAttemptAt = now;
        attemptedAt = now;
        leaseOwner = owner;
        leaseUntil = until;
    }

    boolean isDue(Instant now) {
        return state == State.PENDING && !dueAt.isAfter(now);
    }

    void gaveUp(String why, Instant now) {
        problem = why;
        state = State.GAVE_UP;
        finishedAt = now;
    }

    void again(String why, Instant at) {
        problem = why;
        dueAt = at;
        wantedAt = null;
        mutedBy = null;
        state = State.PENDING;
    }

    /// As the topic `alerts` knows it.
    ///
    /// @param says what stands above it
    AlertOutcome.Message message(String says) {
        return new AlertOutcome.Message(
                id.toString(),
                new IncidentId(incident),
                AccountKey.parse(account),
                tenant,
                transition.name(),
                channel,
                recipient,
                says);
    }

    Announcement announcement() {
        AlertOutcome.Message message = message(Optional.ofNullable(subject).orElse(""));
        Instant at = Optional.ofNullable(finishedAt).orElse(createdAt);
        AlertOutcome outcome = state == State.DELIVERED
                ? new AlertOutcome.Delivered(message, at, attempts)
                : new AlertOutcome.GaveUp(
                        message, at, attempts, Optional.ofNullable(problem).orElse("no reason was given"));
        return new Announcement(id, outcome, traceParent());
    }

    public UUID id() {
        return id;
    }

    public UUID incident() {
        return incident;
    }

    public Transition transition() {
        return transition;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    public int part() {
        return part;
    }

    public String destination() {
        return destination;
    }

    public State state() {
        return state;
    }

    public boolean held() {
        return held;
    }

    public int attempts() {
        return attempts;
    }

    String account() {
        return account;
    }

    String tenant() {
        return tenant;
    }

    String recipient() {
        return recipient;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    String channel() {
        return channel;
    }

    Instant firstAttemptAt() {
        return Optional.ofNullable(firstAttemptAt).orElse(createdAt);
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Instant leaseUntil() {
        return Optional.ofNullable(leaseUntil).orElse(createdAt);
    }

    Optional<String> traceParent() {
        return Optional.ofNullable(traceParent);
    }

    boolean announced() {
        return announced;
    }

    boolean leasedBy(String owner, int attempt) {
        return state == State.SENDING && owner.equals(leaseOwner) && attempts == attempt;
    }
}
