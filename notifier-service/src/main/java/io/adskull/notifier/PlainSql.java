package io.adskull.notifier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// Statements of the caller's transaction as they are, for those that run with every message: of a native query with a
/// result type Hibernate keeps a plan that it never finds again, and searches them all each time. What entities hold
/// and was not flushed is not seen. Parameters are texts, numbers, ids, instants and arrays of the first three.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlainSql {
    private final EntityManager entities;

    public PlainSql(EntityManager entities) {
        this.entities = entities;
    }

    public int update(String sql, Object... parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /// @return the first column of each row
    public <T> List<T> rows(Class<T> type, String sql, Object... parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, parameters);
                    ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(result.getObject(1, type));
                }
                return rows;
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(
                    i + 1,
                    switch (parameters[i]) {
                        case String[] texts -> connection.createArrayOf("text", texts);
                        case Integer[] numbers -> connection.createArrayOf("int4", numbers);
                        case UUID[] ids -> connection.createArrayOf("uuid", ids);
                        case Instant at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
                        case Object plain -> plain;
                    });
        }
        return statement;
    }
}
