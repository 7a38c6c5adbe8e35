package io.adskull.notifier.routing;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Writes what was heard, however long the database is away: nothing behind it could be told either.
@ApplicationScoped
class UntilStored {
    private static final Logger LOG = Logger.getLogger(UntilStored.class);
    /// PostgreSQL's classes of errors that the data itself causes: another try cannot help.
    private static final List<String> UNSTORABLE = List.of("22", "23502", "23514");

    private final Guard guard = Guard.create()
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(200, ChronoUnit.MILLIS)
            .jitter(100, ChronoUnit.MILLIS)
            .whenException(failure -> !unstorable(failure))
            .beforeRetry(failure -> LOG.warnf("the database does not take it, trying again: %s", failure))
            .withExponentialBackoff()
            .maxDelay(10, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    /// @return false when no database could ever store it; nothing of it is stored then
    boolean store(Runnable write) {
        try {
            guard.get(
                    () -> {
                        write.run();
                        return true;
                    },
                    Boolean.class);
            return true;
        } catch (RuntimeException e) {
            if (unstorable(e)) {
                return false;
            }
            throw e;
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
