package io.adskull.dashboard.credentials;

import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class CredentialHistoryServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    AgroalDataSource dataSource;

    private final Fabricated lumen = Fabricated.account("Lumen Studio");
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());

    @Test
    void eachChangeIsKeptOnceHoweverOftenAndLateItIsTold() {
        lumen.renewalFailed(connection, NOON.plusSeconds(60));
        lumen.connectionDied(connection, NOON.plusSeconds(120));
        lumen.renewalFailed(connection, NOON.plusSeconds(60));
        refreshed(NOON);
        lumen.connectionDied(connection, NOON.plusSeconds(120));
        refreshed(NOON.plusSeconds(180));

        await().atMost(SOON).untilAsserted(() -> assertThat(kept())
                .containsExactly("REFRESHED", "REFRESH_FAILED", "RECONNECT_REQUIRED", "REFRESHED"));
    }

    @Test
    void whatIsOldIsForgottenAndOfManyGoodRenewalsTheNewestAreKept() {
        refreshed(NOON.minus(Duration.ofDays(91)));
        lumen.renewalFailed(connection, NOON.minus(Duration.ofDays(89)));
        for (int hour = 0; hour <= 202; hour++) {
            refreshed(NOON.plus(Duration.ofHours(hour)));
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(kept()).hasSize(200).containsOnly("REFRESHED");
        });
    }

    private void refreshed(Instant at) {
        var change = new CredentialChange.Refreshed(
                connection, lumen.account().platform(), lumen.tenant(), at, at.plusSeconds(3_600));
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        connection.toString(),
                        lumen.envelope(connection + "/refreshed/" + at, CredentialChange.EVENT_TYPE, at),
                        EventJson.write(change));
    }

    /// Oldest first.
    private List<String> kept() throws SQLException {
        List<String> changes = new ArrayList<>();
        try (var database = dataSource.getConnection();
                var query = database.prepareStatement(
                        "select change from credential_change where connection_id = ? order by event_at")) {
            query.setObject(1, connection.value());
            var rows = query.executeQuery();
            while (rows.next()) {
                changes.add(rows.getString(1));
            }
        }
        return changes;
    }
}
