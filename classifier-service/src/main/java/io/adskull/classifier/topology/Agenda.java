package io.adskull.classifier.topology;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// Which accounts must be looked at though no answer came, and when. Few, so that looking through all of them is
/// cheap.
final class Agenda {
    private final KeyValueStore<String, Long> store;

    Agenda(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    void put(AccountKey account, Optional<Instant> dueAt) {
        store.put(account.toString(), dueAt.map(Instant::toEpochMilli).orElse(null));
    }

    List<AccountKey> due(Instant now) {
        List<AccountKey> due = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> entry = all.next();
                if (entry.value <= now.toEpochMilli()) {
                    due.add(AccountKey.parse(entry.key));
                }
            }
        }
        return due;
    }
}
