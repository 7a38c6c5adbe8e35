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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The only reads of the read model that leave the tenant out, in plain SQL because Hibernate always adds it. For the
/// role `staff` alone; what they give are counts and platforms' words, never a tenant's name or account.
@ApplicationScoped
class AcrossTenants {
    private static final String UNKNOWN = """
            select split_part(account_key, '/', 1) as platform, document ->> 'code' as code,
                count(distinct account_key) as accounts, count(distinct tenant) as tenants,
                max(event_at) as newest_at,
                left((array_agg(document ->> 'message' order by event_at desc))[1], 160) as message
            from incident
            where cause = 'UNKNOWN' and (state = 'OPEN' or event_at >= ?)
            group by 1, 2
            order by accounts desc, newest_at desc
            limit 100
            """;

    private static final String CONNECTED = """
            select platform, count(*) as accounts from account where disconnected_at is null group by 1
            """;

    private static final String FAILING = """
            select split_part(account_key, '/', 1) as platform, count(distinct account_key) as accounts,
                count(*) filter (where severity = 'CRITICAL') as critical,
                count(*) filter (where severity = 'WARNING') as warning,
                count(*) filter (where severity = 'INFO') as info,
                count(distinct account_key) filter (where cause in ('PLATFORM_ERROR', 'PLATFORM_MAINTENANCE')) as wide,
                min(opened_at) filter (where cause in ('PLATFORM_ERROR', 'PLATFORM_MAINTENANCE')) as wide_since
            from incident where state = 'OPEN' group by 1
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

    /// Of those that somebody uses, in the order of platforms.
    List<PlatformHealth> platforms() {
        Map<Platform, PlatformHealth> health = new EnumMap<>(Platform.class);
        read(FAILING, Optional.empty(), row -> {
            Optional<Platform> platform = Platform.find(row.getString("platform"));
            if (platform.isPresent()) {
                health.put(platform.get(), failing(platform.get(), row));
            }
        });
        read(CONNECTED, Optional.empty(), row -> {
            long accounts = row.getLong("accounts");
            Platform.find(row.getString("platform"))
                    .ifPresent(platform -> health.put(
                            platform,
                            health.getOrDefault(platform, PlatformHealth.none(platform))
                                    .with(accounts)));
        });
        return health.values().stream().filter(PlatformHealth::used).toList();
    }

    private static PlatformHealth failing(Platform platform, ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("wide_since", OffsetDateTime.class);
        return new PlatformHealth(
                platform,
                0,
                row.getLong("accounts"),
                row.getLong("critical"),
                row.getLong("warning"),
                row.getLong("info"),
                row.getLong("wide"),
                since == null ? null : since.toInstant());
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
