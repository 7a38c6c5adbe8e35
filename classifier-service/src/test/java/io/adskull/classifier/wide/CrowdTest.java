package io.adskull.classifier.wide;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.remediation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-11-22T07:00:00Z");

    private final Map<Integer, PlatformWord> said = new HashMap<>();
    private Crowd crowd = Crowd.nobody();

    @Test
    void anAccountCountsOnceHoweverOftenItSpeaks() {
        for (int second = 0; second < 60; second += 5) {
            hear(1, second, true);
        }

        assertThat(crowd.answered()).isEqualTo(1);
        assertThat(crowd.failing()).isEqualTo(1);
        assertThat(crowd.failingTenants()).isEqualTo(1);
    }

    @Test
    void itsNewestWordCounts() {
        hear(1, 0, true);
        hear(2, 1, true);
        hear(1, 30, false);

        assertThat(crowd.answered()).isEqualTo(2);
        assertThat(crowd.failing()).isEqualTo(1);
    }

    @Test
    void whoSaidNothingForLongerThanTheWindowIsNotCounted() {
        hear(1, 0, true);
        hear(2, 130, false);

        assertThat(crowd.answered()).isEqualTo(1);
        assertThat(crowd.failing()).isZero();
    }

    @Test
    void whoGoesIsNotCounted() {
        hear(1, 0, true);
        PlatformWord before = said.get(1);
        crowd = crowd.heard(
                new PlatformWord(
                        key(1),
                        "t1",
                        START.plusSeconds(9),
                        Set.of(),
                        List.of(),
                        before == null ? null : before.told(),
                        true),
                WINDOW);

        assertThat(crowd.answered()).isZero();
    }

    @Test
    void aWholePlatformFitsIntoAFewNumbers() {
        for (int account = 0; account < 5000; account++) {
            hear(account, account / 50, true);
        }

        assertThat(crowd.answered()).isEqualTo(5000);
        assertThat(crowd.failingTenants()).isGreaterThanOrEqualTo(64);
        assertThat(crowd.buckets())
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(bucket -> assertThat(bucket.failingByTenant()).hasSizeLessThanOrEqualTo(64));
    }

    private void hear(int account, int second, boolean fails) {
        PlatformWord before = said.get(account);
        var word = new PlatformWord(
                key(account),
                "t" + account,
                START.plusSeconds(second),
                fails ? Set.of(Cause.PLATFORM_ERROR) : Set.of(),
                List.of(),
                before == null ? null : before.told(),
                false);
        said.put(account, word);
        crowd = crowd.heard(word, WINDOW);
    }

    private static AccountKey key(int account) {
        return AccountKey.parse("tiktok/" + account);
    }
}
