package io.adskull.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class ExpiringServiceTest {
    /// Of TikTok's refresh tokens.
    private static final Duration YEAR = Duration.ofDays(365);

    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final AnnounceExpiring announcer;

    @Inject
    ExpiringServiceTest(TestClock clock, AnnounceExpiring announcer) {
        this.clock = clock;
        this.announcer = announcer;
    }

    @Test
    void theEndOfARefreshTokenIsToldAtEachStepOnceWithItsDate() {
        tikTok.profile("ex1", "open-expiring", "Expiring", "ex-a", "ex-r", 86_400);
        String connection = ann.connects("tiktok-account", "ex1");
        Instant end = clock.instant().plus(YEAR);

        announcer.announce();
        assertThat(told(connection)).isEmpty();
        clock.wind(YEAR.minusDays(29));
        announcer.announce();
        announcer.announce();
        await().untilAsserted(() -> assertThat(told(connection)).hasSize(1));
        clock.wind(Duration.ofDays(16));
        announcer.announce();

        await().untilAsserted(() -> assertThat(told(connection)).hasSize(2).allSatisfy(change -> {
            assertThat(Duration.between(change.expiresAt(), end).abs()).isLessThan(Duration.ofMinutes(5));
            assertThat(change.businessName()).isEqualTo("Expiring");
        }));
    }

    private static List<CredentialChange.Expiring> told(String connection) {
        return Events.on(Topic.CREDENTIALS, connection).stream()
                .map(record -> EventJson.read(Objects.requireNonNull(record.value()), CredentialChange.class))
                .filter(CredentialChange.Expiring.class::isInstance)
                .map(CredentialChange.Expiring.class::cast)
                .toList();
    }
}
