package io.adskull.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.adskull.simulator.StoppedClock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LimitTest {
    private final StoppedClock clock = new StoppedClock("2026-11-22T10:00:20Z");

    @Test
    void aFixedWindowForgetsAllCallsAtItsEnd() {
        Limit limit = limit(Duration.ofMinutes(1), false, OptionalInt.of(2), null);

        assertThat(limit.count("a").over()).isFalse();
        assertThat(limit.count("a").remaining()).isZero();
        Limit.Use tooMany = limit.count("a");
        assertThat(tooMany.over()).isTrue();
        assertThat(tooMany.used()).isEqualTo(3);
        assertThat(tooMany.resetsIn()).isEqualTo(Duration.ofSeconds(40));
        assertThat(limit.count("b").over()).isFalse();
        clock.advance(Duration.ofSeconds(40));
        assertThat(limit.count("a").used()).isEqualTo(1);
    }

    @Test
    void aDayIsOverAtMidnightUtc() {
        Limit limit = limit(Duration.ofDays(1), false, OptionalInt.of(1), null);
        limit.count("a");

        clock.advance(limit.count("a").resetsIn());

        assertThat(clock.instant()).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(limit.count("a").over()).isFalse();
    }

    @Test
    void aSlidingWindowForgetsEachCallInItsTurnAndWhoWaitsAsToldIsAnswered() {
        Limit limit = limit(Duration.ofDays(1), true, OptionalInt.of(2), null);
        limit.take("a");
        clock.advance(Duration.ofHours(6));
        limit.take("a");

        Limit.Use tooMany = limit.take("a");
        assertThat(tooMany.over()).isTrue();
        assertThat(tooMany.resetsIn()).isBetween(Duration.ofMinutes(18 * 60 - 1), Duration.ofHours(18));
        clock.advance(tooMany.resetsIn());
        assertThat(limit.take("a").over()).isFalse();
        assertThat(limit.take("a").over()).isTrue();
    }

    @Test
    void aCallThatIsOnlyTakenUsesNothingUpWhenItIsRefused() {
        Limit limit = limit(Duration.ofMinutes(1), false, OptionalInt.of(1), null);
        limit.take("a");
        limit.take("a");
        limit.take("a");

        assertThat(limit.counted().mostUsed()).isEqualTo(1);
        assertThat(limit.counted().calls()).isEqualTo(3);
    }

    @Test
    void afterOneCallTooManyNothingIsAnsweredForThePauseAndCallsDoNotProlongIt() {
        Limit limit = limit(Duration.ofMinutes(1), false, OptionalInt.of(1), Duration.ofMinutes(5));
        limit.count("a");
        assertThat(limit.count("a").resetsIn()).isEqualTo(Duration.ofMinutes(5));

        clock.advance(Duration.ofMinutes(4));
        assertThat(limit.count("a").over()).isTrue();
        assertThat(limit.count("a").resetsIn()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limit.count("b").over()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(limit.count("a").over()).isFalse();
    }

    @Test
    void aLimitSetToWhatIsUsedRefusesTheNextCallUntilTheConfiguredOneIsBack() {
        Limit limit = limit(Duration.ofHours(1), true, OptionalInt.empty(), Duration.ofMinutes(5));
        limit.count("a");
        limit.count("a");

        limit.set(limit.counted().mostUsed());
        assertThat(limit.count("a").over()).isTrue();
        limit.reset();
        assertThat(limit.count("a").over()).isFalse();
        assertThat(limit.counted().limit()).isNull();
    }

    @Test
    void percentTellHowMuchIsUsed() {
        Limit limit = limit(Duration.ofHours(1), true, OptionalInt.of(8), null);

        assertThat(limit.take("a").percent()).isEqualTo(12.5);
        limit.set(1);
        assertThat(limit.take("a").percent()).isEqualTo(100);
    }

    @Test
    void theWindowsOfThoseWhoCallNoMoreAreForgotten() {
        Limit limit = limit(Duration.ofSeconds(1), false, OptionalInt.of(1), null);
        for (int i = 0; i < 10_000; i++) {
            limit.count("advertiser " + i);
        }
        clock.advance(Duration.ofSeconds(1));

        limit.count("one more");

        assertThat(limit.kept()).isEqualTo(1);
    }

    @Test
    void aConfiguredLimitThatThePlatformDoesNotHaveNamesThoseItHas() {
        assertThatIllegalStateException()
                .isThrownBy(() -> clock.limits("reddit", Map.of("app-week", 5)))
                .withMessageContainingAll("adskull.simulator.reddit.limits.app-week", "user-window");
    }

    private Limit limit(Duration window, boolean sliding, OptionalInt calls, Duration pause) {
        return new Limit(new LimitKind("any", window, sliding, null, pause), calls, clock);
    }
}
