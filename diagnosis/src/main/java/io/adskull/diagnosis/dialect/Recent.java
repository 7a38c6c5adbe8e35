package io.adskull.diagnosis.dialect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Remembers what was asked for lately, between one and two times as much as it is told to. What is forgotten is
/// worked out again. Thread-safe.
public final class Recent<K, V> {
    private final int most;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    public Recent(int most) {
        this.most = most;
    }

    /// @param answer the same for the same key, whenever it is asked for
    public V get(K key, Function<K, V> answer) {
        V known = young.get(key);
        if (known != null) {
            return known;
        }
        V earlier = old.get(key);
        V value = earlier == null ? answer.apply(key) : earlier;
        if (young.size() >= most) {
            forgetOldest();
        }
        young.put(key, value);
        return value;
    }

    private synchronized void forgetOldest() {
        if (young.size() >= most) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
