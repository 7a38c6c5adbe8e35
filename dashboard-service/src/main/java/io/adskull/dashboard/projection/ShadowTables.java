package io.adskull.dashboard.projection;

import static java.util.stream.Collectors.joining;

import io.adskull.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/// The read model's tables once more, in a schema of their own, made by the same migrations. The connection given
/// writes there and nowhere else.
final class ShadowTables {
    private static final String SCHEMA = "rebuild";
    /// Each with the topic that fills it; the order does not matter.
    static final Map<String, Topic> TABLES = Map.of(
            "account", Topic.ACCOUNTS,
            "account_watch", Topic.ACCOUNTS,
            "connection", Topic.CREDENTIALS,
            "credential_change", Topic.CREDENTIALS,
            "incident", Topic.REMEDIATIONS,
            "incident_transition", Topic.REMEDIATIONS,
            "alert", Topic.ALERTS,
            "platform_incident", Topic.PLATFORM_STATUS);
    /// The names of a table's columns, but those that it computes.
    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ') from pg_attribute
            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
            """;

    private static final String WATCHED_BEFORE = """
            update %1$s.account_watch again set since = before.since from %2$s.account_watch before
            where before.account_key = again.account_key and before.tenant = again.tenant and before.since < again.since
            """;

    private static final Duration LOCK_PATIENCE = Duration.ofMillis(200);
    private static final int LOCK_ATTEMPTS = 100;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final String inUse;

    private ShadowTables(Connection connection, String inUse) {
        this.connection = connection;
        this.inUse = inUse;
    }

    static ShadowTables create(Connection connection, Flyway flyway) throws SQLException {
        String inUse = connection.getSchema();
        run(connection, "drop schema if exists " + SCHEMA + " cascade");
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .load()
                .migrate();
        connection.setAutoCommit(false);
        connection.setSchema(SCHEMA);
        return new ShadowTables(connection, inUse);
    }

    /// What is older than the topics remember, or all of it where a topic is empty. Of accounts only since when they
    /// are watched: their topic is compacted and remembers every account, but not its first consent.
    ///
    /// @param beginnings the oldest record of each topic that has any
    void takeOver(Map<Topic, Instant> beginnings) throws SQLException {
        for (var table : TABLES.entrySet()) {
            if (table.getValue().retention().isPresent()) {
                takeOver(table.getKey(), Optional.ofNullable(beginnings.get(table.getValue())));
            }
        }
        run(connection, WATCHED_BEFORE.formatted(SCHEMA, inUse));
    }

    private void takeOver(String table, Optional<Instant> beginning) throws SQLException {
        String columns = columns(table);
        String older =
                "insert into %1$s.%2$s (%3$s) select %3$s from %4$s.%2$s where event_at < ? on conflict do nothing"
                        .formatted(SCHEMA, table, columns, inUse);
        try (var statement = connection.prepareStatement(older)) {
            statement.setObject(
                    1, beginning.orElse(Instant.parse("9999-01-01T00:00:00Z")).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private String columns(String table) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, SCHEMA + "." + table);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// At commit whoever reads finds these.
    void replaceOld() throws SQLException {
        lockOld();
        for (String table : TABLES.keySet()) {
            run(connection, "drop table %s.%s".formatted(inUse, table));
            run(connection, "alter table %s.%s set schema %s".formatted(SCHEMA, table, inUse));
        }
    }

    /// Pages read several tables in an order of their own and must never wait for each other's locks in a circle: this
    /// gives up long before PostgreSQL would end one of them (`deadlock_timeout`, a second), lets them pass and
    // tries
    /// again.
    private void lockOld() throws SQLException {
        String all = TABLES.keySet().stream().map(table -> inUse + "." + table).collect(joining(", "));
        run(connection, "set local lock_timeout = '" + LOCK_PATIENCE.toMillis() + "ms'");
        for (int attempt = 1; ; attempt++) {
            Savepoint before = connection.setSavepoint();
            try {
                run(connection, "lock table " + all + " in access exclusive mode");
                return;
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || attempt == LOCK_ATTEMPTS) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    /// Leaves nothing behind, used or not.
    void forget() throws SQLException {
        connection.rollback();
        connection.setSchema(inUse);
        run(connection, "drop schema if exists " + SCHEMA + " cascade");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
