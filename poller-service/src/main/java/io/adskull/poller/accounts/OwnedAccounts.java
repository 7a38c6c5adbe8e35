package io.adskull.poller.accounts;

import io.adskull.contract.account.AccountKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The accounts of the partitions that this replica holds. A record that arrives late, from a partition that has
/// been taken away meanwhile, changes nothing. Thread-safe.
public final class OwnedAccounts {
    private final AccountChanges changes;
    private final Map<Integer, Map<AccountKey, WatchedAccount>> partitions = new HashMap<>();
    private int all = 1;

    public OwnedAccounts(AccountChanges changes) {
        this.changes = changes;
    }

    /// The partitions' accounts will be replayed from the first record.
    ///
    /// @param ofAll how many partitions the topic has
    public synchronized void assigned(Collection<Integer> added, int ofAll) {
        all = ofAll;
        added.forEach(partition -> partitions.putIfAbsent(partition, new HashMap<>()));
    }

    /// @return the accounts that were dropped
    public synchronized Set<AccountKey> revoked(Collection<Integer> removed) {
        Set<AccountKey> dropped = new HashSet<>();
        for (Integer partition : removed) {
            Map<AccountKey, WatchedAccount> accounts = partitions.remove(partition);
            if (accounts != null) {
                dropped.addAll(accounts.keySet());
            }
        }
        dropped.forEach(changes::gone);
        return dropped;
    }

    public synchronized void connected(int partition, WatchedAccount account) {
        Map<AccountKey, WatchedAccount> accounts = partitions.get(partition);
        if (accounts != null && !account.equals(accounts.put(account.account(), account))) {
            changes.ours(account);
        }
    }

    public synchronized void disconnected(int partition, AccountKey account) {
        Map<AccountKey, WatchedAccount> accounts = partitions.get(partition);
        if (accounts != null && accounts.remove(account) != null) {
            changes.gone(account);
        }
    }

    public synchronized Set<Integer> partitions() {
        return Set.copyOf(partitions.keySet());
    }

    public synchronized boolean owns(int partition) {
        return partitions.containsKey(partition);
    }

    /// Our part of all partitions, from 0 to 1: also our part of every budget that replicas share.
    public synchronized double share() {
        return (double) partitions.size() / all;
    }

    public synchronized int count() {
        return partitions.values().stream().mapToInt(Map::size).sum();
    }
}
