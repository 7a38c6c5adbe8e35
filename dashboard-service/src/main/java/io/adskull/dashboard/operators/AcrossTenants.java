package io.adskull.dashboard.operators;

import io.adskull.contract.account.Platform;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The only reads of the read model that leave the tenant out, in plain SQL because Hibernate always adds it. For the
/// role `staff` alone; what they give are counts and platforms' words, never a tenant's name or account.
@ApplicationScoped
class AcrossTenants {
    // PostgreSQL's texts hold no U+0000, which a document can name; reading one out would fail the whole list.
    private static final String UNKNOWN = """
            select split_part(account_key, '/', 1) as platform, readable ->> 'code' as code,
                count(distinct account_key) as accounts, count(distinct tenant) as tenants,
                max(event_at) as newest_at,
                left((array_agg(readable ->> 'message' order by event_at desc))[1], 160) as message
            from incident
                cross join lateral (select replace(cast(document as text), '\\u0000', '\\ufffd')::json as readable) as clean
            where cause = 'UNKNOWN' and (state = 'OPEN' or event_at >= ?)
            group by 1, 2
            order by accounts desc, newest_at desc
            limit 100
            """;

    private static final String CONNECTED = """
            select platform, count(*) as accounts from account where disconnected_at is null group by 1
            """;

    /// What is a whole platform's is of no account (ADR 0008).
    private static final String FAILING = """
            select split_part(account_key, '/', 1) as platform, count(distinct account_key) as accounts,
                count(*) filter (where severity = 'CRITICAL') as critical,
                count(*) filter (where severity = 'WARNING') as warning,
                count(*) filter (where severity = 'INFO') as info
            from incident where state = 'OPEN' and account_key not like '%/~platform' group by 1
            """;

    private static final String WIDE = """
            select split_part(account_key, '/', 1) as platform, incident_id, cause, document ->> 'title' as title,
                opened_at
            from incident where state = 'OPEN' and account_key like '%/~platform' order by opened_at
            """;

    private static final String OWN_WORDS = """
            select platform, title, link, published_at from platform_incident where open
            order by published_at, incident_key
            """;

    private final AgroalDataSource dataSource;

    AcrossTenants(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Those that are open, or were seen since then; what most accounts met first.
    List<UnknownError> unknownErrors(Instant since) {
        List<UnknownError> errors = new ArrayList<>();
        read(UNKNOWN, Optional.of(since), row -> {
            Optional<Platform> platform = Platform.find(row.getString("platform"));
            if (platform.isPresent()) {
                errors.add(new UnknownError(
                        platform.get(),
                        row.getString("code"),
                        row.getString("message"),
                        row.getLong("accounts"),
                        row.getLong("tenants"),
                        row.getObject("newest_at", OffsetDateTime.class).toInstant()));
            }
        });
        return errors;
    }

    /// Of those that somebody uses or that speak of themselves, in the order of platforms.
    List<PlatformHealth> platforms() {
        Map<String, Long> connected = new HashMap<>();
        read(CONNECTED, Optional.empty(), row -> connected.put(row.getString("platform"), row.getLong("accounts")));
        List<WideIncident> wide = new ArrayList<>();
        read(WIDE, Optional.empty(), row -> wide.add(wide(row)));
        List<OwnWord> words = new ArrayList<>();
        read(OWN_WORDS, Optional.empty(), row -> words.add(ownWord(row)));
        Map<String, Failing> failing = new HashMap<>();
        read(FAILING, Optional.empty(), row -> failing.put(row.getString("platform"), Failing.of(row)));
        return Arrays.stream(Platform.values())
                .map(platform -> {
                    Failing fails = failing.getOrDefault(platform.id(), Failing.NOTHING);
                    return new PlatformHealth(
                            platform,
                            connected.getOrDefault(platform.id(), 0L),
                            fails.accounts(),
                            fails.critical(),
                            fails.warning(),
                            fails.info(),
                            wide.stream()
                                    .filter(incident -> incident.platform() == platform)
                                    .toList(),
                            words.stream()
                                    .filter(word -> word.platform() == platform)
                                    .toList());
                })
                .filter(PlatformHealth::used)
                .toList();
    }

    private static WideIncident wide(ResultSet row) throws SQLException {
        return new WideIncident(
                row.getObject("incident_id", UUID.class),
                Platform.of(row.getString("platform")),
                row.getString("cause"),
                row.getString("title"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static OwnWord ownWord(ResultSet row) throws SQLException {
        return new OwnWord(
                Platform.of(row.getString("platform")),
                row.getString("title"),
                row.getString("link"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private record Failing(long accounts, long critical, long warning, long info) {
        static final Failing NOTHING = new Failing(0, 0, 0, 0);

        static Failing of(ResultSet row) throws SQLException {
            return new Failing(
                    row.getLong("accounts"), row.getLong("critical"), row.getLong("warning"), row.getLong("info"));
        }
    }

    @FunctionalInterface
    private interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Optional<Instant> since, EachRow each) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            if (since.isPresent()) {
                query.setObject(1, since.get().atOffset(ZoneOffset.UTC));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the read model cannot be read across tenants", e);
        }
    }
}
