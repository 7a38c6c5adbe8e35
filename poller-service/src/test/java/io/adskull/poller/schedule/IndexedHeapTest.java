package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.poller.Accounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexedHeapTest {
    @Test
    void theFirstIsAlwaysTheEarliest() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            IndexedHeap<ScheduledProbe> heap = new IndexedHeap<>();
            List<ScheduledProbe> model = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (model.isEmpty() || random.nextInt(3) > 0) {
                    ScheduledProbe probe = new ScheduledProbe(Accounts.watched("1"), 0);
                    probe.dueAtMillis = random.nextInt(1000);
                    heap.put(probe);
                    model.add(probe);
                } else {
                    ScheduledProbe probe = model.get(random.nextInt(model.size()));
                    if (random.nextBoolean()) {
                        heap.remove(probe);
                        model.remove(probe);
                        assertThat(heap.holds(probe)).isFalse();
                    } else {
                        probe.dueAtMillis = random.nextInt(1000);
                        heap.put(probe);
                        assertThat(heap.holds(probe)).isTrue();
                    }
                }
                assertThat(heap.size()).isEqualTo(model.size());
                assertThat(heap.first().map(probe -> probe.dueAtMillis))
                        .isEqualTo(
                                model.stream().map(probe -> probe.dueAtMillis).min(Comparator.naturalOrder()));
            }
        }
    }
}
