package io.adskull.poller.schedule;

import java.util.Arrays;
import java.util.Optional;

/// A binary heap whose elements know where they stand, so that one can be moved or taken out without a search.
final class IndexedHeap<E extends IndexedHeap.Element<E>> {

    /// In one heap at a time at most.
    interface Element<E> {
        int NOT_IN_A_HEAP = -1;

        int place();

        void placeAt(int place);

        boolean before(E other);
    }

    private static final Element<?>[] EMPTY = {};

    private Element<?>[] heap = EMPTY;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    Optional<E> first() {
        return size == 0 ? Optional.empty() : Optional.of(at(0));
    }

    boolean holds(E element) {
        int place = element.place();
        return place != Element.NOT_IN_A_HEAP && place < size && heap[place] == element;
    }

    /// Puts the element in, or where it belongs now that it has changed.
    void put(E element) {
        if (element.place() == Element.NOT_IN_A_HEAP) {
            if (size == heap.length) {
                // Many tenants have one account: a half more wastes less than twice as much.
                heap = Arrays.copyOf(heap, size + Math.max(4, size / 2));
            }
            set(size++, element);
        }
        siftUp(element.place());
        siftDown(element.place());
    }

    void remove(E element) {
        int hole = element.place();
        if (hole == Element.NOT_IN_A_HEAP) {
            return;
        }
        element.placeAt(Element.NOT_IN_A_HEAP);
        E last = at(--size);
        // The array outlives what leaves it.
        heap[size] = null;
        if (last != element) {
            set(hole, last);
            siftUp(hole);
            siftDown(last.place());
        }
    }

    private void siftUp(int from) {
        int at = from;
        while (at > 0 && at(at).before(at((at - 1) / 2))) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void siftDown(int from) {
        int at = from;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                least = at(child).before(at(least)) ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private void swap(int a, int b) {
        E moved = at(a);
        set(a, at(b));
        set(b, moved);
    }

    /// Only [#set] writes into the array.
    @SuppressWarnings("unchecked")
    private E at(int place) {
        return (E) heap[place];
    }

    private void set(int place, E element) {
        heap[place] = element;
        element.placeAt(place);
    }
}
