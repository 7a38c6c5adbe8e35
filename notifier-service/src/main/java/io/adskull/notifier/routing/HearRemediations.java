package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Hears of every transition, once each. A batch is one transaction; its offsets are committed after that. What
/// cannot be read or stored goes to the dead letters; while the database is away everything waits.
@ApplicationScoped
public class HearRemediations {
    private static final Logger LOG = Logger.getLogger(HearRemediations.class);
    /// PostgreSQL's classes of errors that the data itself causes: another try cannot help.
    private static final List<String> UNSTORABLE = List.of("22", "23502", "23514");

    private final RecordDecisions decisions;
    private final DeadLetters deadLetters;
    private final Guard untilStored = Guard.create()
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(200, ChronoUnit.MILLIS)
            .jitter(100, ChronoUnit.MILLIS)
            .whenException(failure -> !unstorable(failure))
            .beforeRetry(failure -> LOG.warnf("the outbox is not there, trying again: %s", failure))
            .withExponentialBackoff()
            .maxDelay(10, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    HearRemediations(RecordDecisions decisions, DeadLetters deadLetters) {
        this.decisions = decisions;
        this.deadLetters = deadLetters;
    }

    @Incoming("remediations")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> records) {
        List<Heard> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.add(Heard.read(record));
            } catch (UnreadableEvent e) {
                deadLetters.put(record, String.valueOf(e.getMessage()));
            }
        }
        store(readable);
    }

    private void store(List<Heard> heard) {
        try {
            untilStored.get(
                    () -> {
                        decisions.record(heard);
                        return true;
                    },
                    Boolean.class);
        } catch (RuntimeException e) {
            if (!unstorable(e)) {
                throw e;
            }
            if (heard.size() > 1) {
                heard.forEach(one -> store(List.of(one)));
            } else {
                deadLetters.put(heard.getFirst().record(), "PostgreSQL cannot store it");
            }
        }
    }

    private static boolean unstorable(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .filter(SQLException.class::isInstance)
                .map(cause -> Optional.ofNullable(((SQLException) cause).getSQLState())
                        .orElse(""))
                .anyMatch(state -> UNSTORABLE.stream().anyMatch(state::startsWith));
    }
}
