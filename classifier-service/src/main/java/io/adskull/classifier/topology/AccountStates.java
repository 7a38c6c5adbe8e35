package io.adskull.classifier.topology;

import io.adskull.classifier.incident.AccountState;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/// The accounts of one partition, as JSON in a store and, where they were needed lately, as objects in memory. The
/// memory lives and dies with the task, so an aborted transaction takes it along.
final class AccountStates {
    private static final Logger LOG = Logger.getLogger(AccountStates.class);
    private static final int REMEMBERED = 256;

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, AccountState> memory = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AccountState> eldest) {
            return size() > REMEMBERED;
        }
    };

    AccountStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Optional<AccountState> find(AccountKey account) {
        String key = account.toString();
        AccountState remembered = memory.get(key);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<AccountState> stored = Optional.ofNullable(store.get(key)).flatMap(json -> read(key, json));
        stored.ifPresent(state -> memory.put(key, state));
        return stored;
    }

    /// @param durable false: only remembered while there is room in memory
    void put(AccountKey account, Optional<AccountState> state, boolean durable) {
        String key = account.toString();
        state.ifPresentOrElse(known -> memory.put(key, known), () -> memory.remove(key));
        if (durable) {
            store.put(key, state.map(EventJson::write).orElse(null));
        }
    }

    /// As they were written down last.
    void forEach(Consumer<AccountState> consumer) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                read(entry.key, entry.value).ifPresent(consumer);
            }
        }
    }

    /// A state that cannot be read is one that another version wrote: the account starts afresh rather than stops
    /// everything.
    private static Optional<AccountState> read(String key, byte[] json) {
        try {
            return Optional.of(EventJson.read(json, AccountState.class));
        } catch (UnreadableEvent e) {
            LOG.errorf("state of %s forgotten: %s", key, e.getMessage());
            return Optional.empty();
        }
    }
}
