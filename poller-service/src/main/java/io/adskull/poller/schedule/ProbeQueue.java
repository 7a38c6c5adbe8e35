package io.adskull.poller.schedule;

import java.util.Arrays;
import java.util.Optional;

/// A binary heap that knows where each probe stands, so that one can be moved ahead or taken out without a search.
final class ProbeQueue {
    private ScheduledProbe[] heap = new ScheduledProbe[16];
    private int size;

    int size() {
        return size;
    }

    Optional<ScheduledProbe> first() {
        return size == 0 ? Optional.empty() : Optional.of(heap[0]);
    }

    /// Puts the probe in, or where it belongs now that it has changed.
    void put(ScheduledProbe probe) {
        if (probe.place == ScheduledProbe.NOT_QUEUED) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            set(size++, probe);
        }
        siftUp(probe.place);
        siftDown(probe.place);
    }

    void remove(ScheduledProbe probe) {
        if (probe.place == ScheduledProbe.NOT_QUEUED) {
            return;
        }
        int hole = probe.place;
        probe.place = ScheduledProbe.NOT_QUEUED;
        ScheduledProbe last = heap[--size];
        // The array outlives what leaves it.
        heap[size] = null;
        if (last != probe) {
            set(hole, last);
            siftUp(hole);
            siftDown(last.place);
        }
    }

    private void siftUp(int from) {
        int at = from;
        while (at > 0 && heap[at].before(heap[(at - 1) / 2])) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void siftDown(int from) {
        int at = from;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                least = heap[child].before(heap[least]) ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private void swap(int a, int b) {
        ScheduledProbe moved = heap[a];
        set(a, heap[b]);
        set(b, moved);
    }

    private void set(int place, ScheduledProbe probe) {
        heap[place] = probe;
        probe.place = place;
    }
}
