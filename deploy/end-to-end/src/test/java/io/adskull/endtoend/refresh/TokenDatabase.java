package io.adskull.endtoend.refresh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// token-service's database, looked at from outside and cut off from its clients.
record TokenDatabase(String server) {
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<StoredConnection> connections() {
        return query(
                "token",
                "select id, business_name, state, generation, in_doubt from connection order by id",
                row -> new StoredConnection(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3).equals("CONNECTED"),
                        row.getLong(4),
                        row.getBoolean(5)));
    }

    /// What the write-ahead records say that this replica was at the platform for.
    Set<Attempt> attemptsOf(String replica) {
        return new HashSet<>(query(
                "token",
                "select id, generation from connection where leased_until is not null and leased_by = '" + replica
                        + "'",
                row -> new Attempt(row.getObject(1, UUID.class), row.getLong(2))));
    }

    /// Ends every client's connection as a broken network would; returns how many.
    int cut() {
        return query(
                        "postgres",
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'token'",
                        row -> row.getBoolean(1))
                .size();
    }

    /// The server's processes that serve token-service.
    List<Long> backends() {
        return query("postgres", "select pid from pg_stat_activity where datname = 'token'", row -> row.getLong(1));
    }

    private <T> List<T> query(String database, String sql, Row<T> row) {
        try (Connection connection = DriverManager.getConnection(server + database, "postgres", "postgres");
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
