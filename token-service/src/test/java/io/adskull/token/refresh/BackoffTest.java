package io.adskull.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    @Test
    void theBoundDoublesWithEachFailureUpToTheLongest() {
        assertThat(BACKOFF.after(0, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(3, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(BACKOFF.after(1_000_000, Optional.empty(), 1)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theWaitIsAnywhereBelowTheBoundAndNeverLessThanASecond() {
        var random = new Random(42);
        for (int failures = 0; failures < 200; failures++) {
            assertThat(BACKOFF.after(failures, Optional.empty(), random.nextDouble()))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(15));
        }
    }

    @Test
    void thePlatformsOwnWishIsNeverUndercut() {
        assertThat(BACKOFF.after(0, Optional.of(Duration.ofMinutes(5)), 0)).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void aTokenThatStillLivesIsTriedAgainBeforeItsEndWhateverTheFailures() {
        assertThat(BACKOFF.after(10, Optional.empty(), 1, Duration.ofMinutes(8)))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(BACKOFF.after(10, Optional.empty(), 1, Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(10, Optional.empty(), 1, Duration.ZERO)).isEqualTo(Duration.ofMinutes(2));
        assertThat(BACKOFF.after(0, Optional.of(Duration.ofMinutes(5)), 0, Duration.ofMinutes(8)))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }
}
