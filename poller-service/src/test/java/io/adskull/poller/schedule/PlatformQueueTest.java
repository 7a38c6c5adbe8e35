package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.poller.Accounts;
import io.adskull.poller.accounts.WatchedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlatformQueueTest {
    private final PlatformQueue queue = new PlatformQueue();

    @Test
    void tenantsTakeTurnsHoweverMuchOneOfThemHasWaiting() {
        for (int i = 0; i < 1000; i++) {
            put("agency", i);
        }
        put("shop", 900);
        put("shop", 901);

        List<String> served = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            served.add(queue.takeRegular(1000).orElseThrow().account.tenant());
        }
        assertThat(served.subList(0, 4)).containsExactlyInAnyOrder("agency", "shop", "agency", "shop");
        assertThat(served.subList(4, 6)).containsOnly("agency");
    }

    /// Otherwise it could make up for a year in which it had no accounts.
    @Test
    void whoWakesUpGetsNoMoreTurnsThanThoseWhoWereAwake() {
        for (int i = 0; i < 1000; i++) {
            put("agency", 0);
        }
        for (int i = 0; i < 500; i++) {
            queue.takeRegular(0);
        }
        for (int i = 0; i < 100; i++) {
            put("shop", 0);
        }
        int shop = 0;
        for (int i = 0; i < 20; i++) {
            shop += queue.takeRegular(0).orElseThrow().account.tenant().equals("shop") ? 1 : 0;
        }
        assertThat(shop).isBetween(10, 11);
    }

    @Test
    void withinATenantTheEarliestGoesFirst() {
        put("agency", 30);
        put("agency", 10);
        put("agency", 20);

        assertThat(queue.takeRegular(25).map(probe -> probe.dueAtMillis)).contains(10L);
        assertThat(queue.takeRegular(25).map(probe -> probe.dueAtMillis)).contains(20L);
        assertThat(queue.takeRegular(25)).isEmpty();
        assertThat(queue.nextRegularMillis()).isEqualTo(30);
    }

    @Test
    void anUrgentProbeIsOnlyTakenAsSuch() {
        ScheduledProbe probe = put("agency", 10);
        queue.remove(probe);
        probe.urgent = true;
        queue.put(probe);

        assertThat(queue.takeRegular(100)).isEmpty();
        assertThat(queue.nextUrgentMillis()).isEqualTo(10);
        assertThat(queue.takeUrgent(100)).contains(probe);
        assertThat(queue.size()).isZero();
    }

    /// Whatever is put in, moved and removed: all that is due comes out, once.
    @Test
    void nothingIsLostOrDoubled() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            PlatformQueue any = new PlatformQueue();
            List<ScheduledProbe> inside = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> inside.add(put(any, "tenant " + random.nextInt(5), random.nextInt(1000)));
                    case 2 -> {
                        if (!inside.isEmpty()) {
                            ScheduledProbe moved = inside.get(random.nextInt(inside.size()));
                            any.remove(moved);
                            moved.urgent = random.nextBoolean();
                            moved.dueAtMillis = random.nextInt(1000);
                            any.put(moved);
                        }
                    }
                    case 3 -> {
                        if (!inside.isEmpty()) {
                            any.remove(inside.remove(random.nextInt(inside.size())));
                        }
                    }
                    default -> {
                        int now = random.nextInt(1000);
                        Optional<ScheduledProbe> taken = any.takeUrgent(now).or(() -> any.takeRegular(now));
                        assertThat(taken.isPresent())
                                .isEqualTo(inside.stream().anyMatch(probe -> probe.dueAtMillis <= now));
                        taken.ifPresent(
                                probe -> assertThat(inside.remove(probe)).isTrue());
                    }
                }
                assertThat(any.size()).isEqualTo(inside.size());
            }
        }
    }

    private ScheduledProbe put(String tenant, long dueAtMillis) {
        return put(queue, tenant, dueAtMillis);
    }

    private static ScheduledProbe put(PlatformQueue into, String tenant, long dueAtMillis) {
        WatchedAccount account = new WatchedAccount(
                Accounts.key("1"), tenant, Accounts.CONNECTION, "advertiser", Accounts.LONG_AGO, Map.of());
        ScheduledProbe probe = new ScheduledProbe(account, 0);
        probe.dueAtMillis = dueAtMillis;
        into.put(probe);
        return probe;
    }
}
