package io.adskull.dashboard.operators;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// Who published which dead letter again. Of no tenant, so beside Hibernate.
@ApplicationScoped
class Replays {
    private static final String CLAIM = """
            insert into replayed (topic, topic_partition, topic_offset, replayed_by, replayed_at, times)
            values (?, ?, ?, ?, ?, 1)
            on conflict (topic, topic_partition, topic_offset) do
            """;
    private static final String ONCE = CLAIM + " nothing";
    private static final String AGAIN = CLAIM + """
             update set replayed_by = excluded.replayed_by, replayed_at = excluded.replayed_at,
                times = replayed.times + 1
            """;

    private final AgroalDataSource dataSource;

    Replays(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// By [LetterId].
    Map<String, Replayed> all() {
        Map<String, Replayed> all = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from replayed");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                all.put(
                        rows.getString("topic") + "/" + rows.getInt("topic_partition") + "/"
                                + rows.getLong("topic_offset"),
                        new Replayed(
                                rows.getString("replayed_by"),
                                rows.getObject("replayed_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getInt("times")));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("what was replayed cannot be read", e);
        }
    }

    /// Says that this person publishes the letter now. Who presses at the same moment waits for the outcome of the
    /// transaction that this runs in.
    ///
    /// @param again also where somebody did before
    /// @return whether it is this person's to publish
    boolean claim(LetterId letter, String by, Instant at, boolean again) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(again ? AGAIN : ONCE)) {
            insert.setString(1, letter.origin().name());
            insert.setInt(2, letter.partition());
            insert.setLong(3, letter.offset());
            insert.setString(4, by);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("a replay cannot be written down", e);
        }
    }
}
