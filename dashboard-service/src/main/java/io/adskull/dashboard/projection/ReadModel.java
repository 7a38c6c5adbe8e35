package io.adskull.dashboard.projection;

import io.adskull.contract.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the read model inside one transaction.
final class ReadModel {
    private final Connection connection;

    ReadModel(Connection connection) {
        this.connection = connection;
    }

    /// @param values text, numbers, UUIDs, instants, enum constants or lists of text, one for each `?`
    /// @return whether a row was written
    boolean write(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, column(values[i]));
            }
            return statement.executeUpdate() > 0;
        }
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
