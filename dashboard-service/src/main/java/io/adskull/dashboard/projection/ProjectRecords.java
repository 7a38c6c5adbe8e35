package io.adskull.dashboard.projection;

import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/// Takes one record into the read model: one transaction each, again and again while the database is away. A
/// record that can never be taken goes to the dead letters, and the next one follows.
@ApplicationScoped
public class ProjectRecords {
    private static final Logger LOG = Logger.getLogger(ProjectRecords.class);
    /// Classes of SQLState that another try may cure: connection, conflict, resources, lock, operator, system.
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private final AgroalDataSource dataSource;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    ProjectRecords(AgroalDataSource dataSource, DeadLetters deadLetters, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    void take(Topic topic, ConsumerRecord<String, byte[]> record, Projection projection) {
        Optional<String> poison = project(topic, record, projection);
        if (poison.isPresent()) {
            LOG.warnf(
                    "Dead letter from %s, partition %d, offset %d: %s",
                    record.topic(), record.partition(), record.offset(), poison.get());
            deadLetters.bury(topic, record, poison.get());
            count(topic, "dead-letter");
        }
    }

    /// @return why the record can never be taken; empty when it was
    private Optional<String> project(Topic topic, ConsumerRecord<String, byte[]> record, Projection projection) {
        try {
            boolean news = QuarkusTransaction.requiringNew().call(() -> inTransaction(record, projection));
            count(topic, news ? "applied" : "no-news");
            return Optional.empty();
        } catch (UnreadableEvent e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (mayPass(e)) {
                LOG.warnf("Cannot write the read model, trying again: %s", e.getMessage());
                throw e;
            }
            LOG.warnf(e, "A record of %s breaks the projection", record.topic());
            return Optional.of(
                    "value breaks the contract: " + rootCause(e).getClass().getSimpleName());
        }
    }

    private boolean inTransaction(ConsumerRecord<String, byte[]> record, Projection projection) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            ReadModel readModel = new ReadModel(connection);
            readModel.passFence();
            Optional<Change> change = projection.apply(Arrival.of(record), readModel);
            if (change.isPresent()) {
                readModel.announce(change.get());
            }
            return change.isPresent();
        }
    }

    private void count(Topic topic, String outcome) {
        meters.counter("adskull.dashboard.records", "topic", topic.name(), "outcome", outcome)
                .increment();
    }

    /// A database that does not answer gives no state at all.
    private static boolean mayPass(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(e -> e.getSQLState() == null
                        || PASSING.contains(e.getSQLState()
                                .substring(0, Math.min(2, e.getSQLState().length()))));
    }

    private static Throwable rootCause(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
    }
}
