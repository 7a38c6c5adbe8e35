package io.adskull.dashboard.projection;

import io.adskull.contract.UnreadableEvent;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads the topics again, from their beginnings, into tables beside those in use, and then puts them in their place.
/// The old ones serve until then, and projections go on writing them. What is older than the topics remember is taken
/// over from the old ones.
@ApplicationScoped
public class RebuildReadModel {
    private static final Logger LOG = Logger.getLogger(RebuildReadModel.class);
    /// Records that may be missing when projections are made to wait for the rest.
    private static final long NEARLY = 1_000;

    private final AgroalDataSource dataSource;
    private final Flyway flyway;
    private final Map<String, Object> kafka;
    private final Projections projections;
    private final InstantSource clock;
    private @Nullable RebuildProgress progress;

    RebuildReadModel(
            AgroalDataSource dataSource,
            Flyway flyway,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Projections projections,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.kafka = kafka;
        this.projections = projections;
        this.clock = clock;
    }

    /// How far the last one of this replica is; empty where none was asked for since it started.
    public synchronized Optional<RebuildProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /// Begins, unless this replica is at it already.
    public synchronized RebuildProgress begin() {
        RebuildProgress last = progress;
        if (last != null && last.underWay()) {
            return last;
        }
        RebuildProgress begun = RebuildProgress.begun(clock.instant());
        progress = begun;
        Thread.ofVirtual().name("rebuild-read-model").start(this::rebuild);
        return begun;
    }

    private void rebuild() {
        LOG.info("Reading the topics again");
        try (Connection connection = dataSource.getConnection();
                TopicsAgain topics = new TopicsAgain(kafka, projections.topics())) {
            ShadowTables tables = ShadowTables.create(connection, flyway);
            try {
                read(connection, topics);
                swap(connection, topics, tables);
                note(RebuildProgress::finished);
                LOG.info("The tables read again are in use now");
            } finally {
                tables.forget();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "The read model was not rebuilt; the old one stays in use");
            note((so, at) -> so.failed(at, String.valueOf(e.getMessage())));
        }
    }

    private void read(Connection connection, TopicsAgain topics) throws SQLException {
        while (topics.missing() > NEARLY) {
            take(connection, topics);
        }
    }

    /// Projections wait until the last records are read here too, so that none is lost between the tables.
    private void swap(Connection connection, TopicsAgain topics, ShadowTables tables) throws SQLException {
        new ReadModel(connection).fence();
        while (topics.missing() > 0) {
            apply(connection, topics.poll());
        }
        tables.takeOver(projections.byTopic(topics.beginnings()));
        tables.replaceOld();
        connection.commit();
    }

    private void take(Connection connection, TopicsAgain topics) throws SQLException {
        apply(connection, topics.poll());
        connection.commit();
        note((so, _) -> so.read(topics.taken(), topics.taken() + topics.missing()));
    }

    private synchronized void note(BiFunction<RebuildProgress, Instant, RebuildProgress> what) {
        RebuildProgress now = progress;
        if (now != null) {
            progress = what.apply(now, clock.instant());
        }
    }

    /// What can never be taken went to the dead letters when it came first.
    private void apply(Connection connection, ConsumerRecords<String, byte[]> records) throws SQLException {
        for (var record : records) {
            var before = connection.setSavepoint();
            try {
                projections.of(record.topic()).apply(Arrival.of(record), new ReadModel(connection));
                connection.releaseSavepoint(before);
            } catch (UnreadableEvent | SQLException e) {
                connection.rollback(before);
                LOG.debugf("Left out, as before: %s", e.getMessage());
            }
        }
    }
}
