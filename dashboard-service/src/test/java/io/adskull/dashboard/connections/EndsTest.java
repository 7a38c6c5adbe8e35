package io.adskull.dashboard.connections;

import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndsTest {

    @Test
    void whatAPersonMustRenewStandsThereUntilItIsRenewed() {
        Ends ends = Ends.of(
                List.of(
                        connection(Standing.ENDING, NOON.plusSeconds(3_600), day(20)),
                        connection(Standing.ENDING, null, day(-2)),
                        connection(Standing.LOST, null, null)),
                NOON);

        assertThat(ends.all()).extracting(Ends.End::over).containsExactly(true, true, false);
        assertThat(ends.all()).allMatch(Ends.End::byPerson);
        assertThat(ends.bars()).extracting(Ends.Bar::x).containsExactly("0.00%", "21.78%");
    }

    @Test
    void whatMachinesRenewAllTheTimeIsNoNews() {
        Ends ends = Ends.of(
                List.of(
                        connection(Standing.WORKING, NOON.plusSeconds(3_600), null),
                        connection(Standing.WORKING, day(50), null),
                        connection(Standing.WORKING, day(200), null),
                        connection(Standing.DISCONNECTED, day(50), day(20))),
                NOON);

        assertThat(ends.all()).singleElement().satisfies(end -> {
            assertThat(end.day()).isEqualTo("11 Jan");
            assertThat(end.byPerson()).isFalse();
        });
    }

    @Test
    void manyEndsOfOneDayAreOneBarAndTheListStaysShort() {
        List<ConnectionDetail> many = Stream.generate(() -> connection(Standing.ENDING, null, day(3)))
                .limit(40)
                .toList();

        Ends ends = Ends.of(many, NOON);

        assertThat(ends.bars()).singleElement().satisfies(bar -> assertThat(bar.what())
                .isEqualTo("40 accesses, 25 Nov"));
        assertThat(ends.listed()).hasSize(12);
        assertThat(ends.hidden()).isEqualTo(28);
    }

    private static Instant day(int fromNoon) {
        return NOON.plus(Duration.ofDays(fromNoon));
    }

    private static ConnectionDetail connection(
            Standing standing, @Nullable Instant accessEndsAt, @Nullable Instant consentEndsAt) {
        return new ConnectionDetail(
                UUID.randomUUID(),
                Platform.TIKTOK,
                "advertiser",
                "Lumen Studio",
                standing,
                day(-30),
                null,
                "REFRESHED",
                day(-1),
                null,
                accessEndsAt,
                consentEndsAt,
                List.of(),
                true,
                List.of(),
                List.of());
    }
}
