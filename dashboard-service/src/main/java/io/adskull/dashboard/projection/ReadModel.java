package io.adskull.dashboard.projection;

import io.adskull.contract.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the read model inside one transaction.
final class ReadModel {
    /// Any number that no other lock of this database has.
    private static final long FENCE = 6_220_145_877_301L;

    private final Connection connection;

    ReadModel(Connection connection) {
        this.connection = connection;
    }

    /// @param values text, numbers, UUIDs, instants, enum constants or lists of text, one for each `?`
    /// @return whether a row was written
    boolean write(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate() > 0;
        }
    }

    /// A query for its effect, such as a lock.
    void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        return statement;
    }

    /// To be called first of all by whoever writes: waits while the tables are being replaced.
    void passFence() throws SQLException {
        run("select pg_advisory_xact_lock_shared(?)", FENCE);
    }

    /// Nobody else writes until this transaction ends.
    void fence() throws SQLException {
        run("select pg_advisory_xact_lock(?)", FENCE);
    }

    /// Tells every replica, at commit.
    void announce(Change change) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Change.CHANNEL);
            statement.setString(2, new String(EventJson.write(change), StandardCharsets.UTF_8));
            statement.execute();
        }
    }

    private @Nullable Object column(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            // PostgreSQL's text cannot hold NUL; a platform may send one.
            case String text -> text.replace('\0', '\uFFFD');
            case List<?> texts -> array(texts);
            default -> value;
        };
    }

    private Array array(List<?> texts) throws SQLException {
        return connection.createArrayOf(
                "text",
                texts.stream()
                        .map(text -> text.toString().replace('\0', '\uFFFD'))
                        .toArray());
    }
}
