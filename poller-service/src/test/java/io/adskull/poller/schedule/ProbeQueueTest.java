package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.poller.Accounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbeQueueTest {
    @Test
    void theFirstIsAlwaysTheUrgentOrTheEarliest() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            ProbeQueue queue = new ProbeQueue();
            List<ScheduledProbe> model = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (model.isEmpty() || random.nextInt(3) > 0) {
                    ScheduledProbe probe = new ScheduledProbe(Accounts.watched("1"), 0);
                    probe.dueAtMillis = random.nextInt(1000);
                    queue.put(probe);
                    model.add(probe);
                } else {
                    ScheduledProbe probe = model.get(random.nextInt(model.size()));
                    if (random.nextBoolean()) {
                        queue.remove(probe);
                        model.remove(probe);
                    } else {
                        probe.urgent = random.nextBoolean();
                        probe.dueAtMillis = random.nextInt(1000);
                        queue.put(probe);
                    }
                }
                assertThat(queue.size()).isEqualTo(model.size());
                assertThat(queue.first().map(ProbeQueueTest::rank))
                        .isEqualTo(model.stream().map(ProbeQueueTest::rank).min(Comparator.naturalOrder()));
            }
        }
    }

    private static long rank(ScheduledProbe probe) {
        return probe.urgent ? probe.dueAtMillis - 1_000_000 : probe.dueAtMillis;
    }
}
