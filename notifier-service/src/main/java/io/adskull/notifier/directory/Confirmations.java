package io.adskull.notifier.directory;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.access.Problem;
import io.adskull.notifier.PlainSql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Who is to be asked whether mail is welcome, and how often that may be.
@ApplicationScoped
class Confirmations {
    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int MOST_OF_A_MAILBOX = 3;

    /// As many as a tenant may have destinations: one that adds and deletes mailboxes all day asks nobody more.
    private static final int MOST_OF_A_TENANT = 100;

    /// Who promised to send one and died is followed by another after this long; a mail server that is away is asked
    /// again then.
    private static final Duration PROMISE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager entities;
    private final PlainSql sql;
    private final Clock clock;

    Confirmations(EntityManager entities, PlainSql sql, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.clock = clock;
    }

    /// One mail that is to be sent.
    record Request(UUID id, String tenant, Invitation invitation) {}

    /// Sends a mail soon. However a tenant renames, deletes and adds, one mailbox gets only so many.
    ///
    /// @throws WebApplicationException 429 when enough were sent
    @Transactional(Transactional.TxType.MANDATORY)
    void ask(DestinationRow mailbox) {
        Instant now = clock.instant();
        sql.rows(Boolean.class, "select pg_advisory_xact_lock(hashtextextended(?, 3)) is null", mailbox.tenant());
        String address = mailbox.recipient();
        Instant since = now.minus(COUNTED);
        long ofMailbox = count("""
                select count(*) from confirmation_request
                 where tenant = ? and asked_at > ? and (destination = ? or lower(mailbox) = ?)
                """, mailbox.tenant(), since, mailbox.id(), address.toLowerCase(Locale.ROOT));
        long ofTenant = count(
                "select count(*) from confirmation_request where tenant = ? and asked_at > ?", mailbox.tenant(), since);
        if (ofMailbox >= MOST_OF_A_MAILBOX || ofTenant >= MOST_OF_A_TENANT) {
            throw tooMany(
                    ofMailbox >= MOST_OF_A_MAILBOX
                            ? "AdSkull has asked there " + MOST_OF_A_MAILBOX + " times within an hour."
                            : "AdSkull has asked " + MOST_OF_A_TENANT + " mailboxes within an hour.");
        }
        sql.update("""
                insert into confirmation_request (id, destination, tenant, mailbox, asked_at, send_at)
                values (?, ?, ?, ?, ?, ?)
                """, UUID.randomUUID(), mailbox.id(), mailbox.tenant(), address, now, now);
    }

    private long count(String query, Object... parameters) {
        return sql.rows(Long.class, query, parameters).getFirst();
    }

    private static WebApplicationException tooMany(String what) {
        String detail = what + " Look for the mail in its spam folder, or try again in an hour.";
        return new WebApplicationException(
                detail, Problem.of(Response.Status.TOO_MANY_REQUESTS, detail, OptionalLong.of(COUNTED.toSeconds())));
    }

    /// Those that are to be sent now, promised to this process for a minute. What was confirmed, deleted or moved
    /// meanwhile is not asked any more.
    @Transactional
    @SuppressWarnings("unchecked")
    List<Request> due() {
        Instant now = clock.instant();
        List<Object[]> rows = entities.createNativeQuery("""
                        update confirmation_request set send_at = :later
                         where id in (select r.id from confirmation_request r
                                        join destination d on d.id = r.destination and d.recipient = r.mailbox
                                       where r.send_at <= :now and d.confirmed_mailbox is distinct from r.mailbox
                                       order by r.send_at limit 10 for update of r skip locked)
                        returning id, tenant, destination, mailbox, asked_at
                        """, Object[].class)
                .setParameter("now", now)
                .setParameter("later", now.plus(PROMISE))
                .getResultList();
        return rows.stream()
                .map(row -> new Request(
                        (UUID) row[0], (String) row[1], new Invitation((UUID) row[2], (String) row[3], (Instant)
                                row[4])))
                .toList();
    }

    /// The destination of which it was asked, unless it was deleted or is elsewhere by now.
    @Transactional
    Optional<DestinationRow> mailbox(Invitation invitation) {
        return Optional.ofNullable(
                        entities.find(DestinationRow.class, invitation.destination(), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.kind() == Kind.EMAIL && row.recipient().equals(invitation.mailbox()));
    }

    /// The mail server took it.
    @Transactional
    void done(Request request) {
        sql.update("update confirmation_request set send_at = null where id = ?", request.id());
    }

    /// The mail server refused it for good: whoever looks at the destination sees why.
    @Transactional
    void refused(Request request, String why) {
        mailbox(request.invitation()).filter(row -> !row.isConfirmed()).ifPresent(row -> {
            row.turnOff(why, clock.instant());
            LOG.warnf("destination \"%s\" of %s cannot be asked to confirm: %s", row.name(), row.tenant(), why);
        });
        done(request);
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void forget() {
        sql.update(
                "delete from confirmation_request where asked_at < ?",
                clock.instant().minus(KEPT));
    }
}
