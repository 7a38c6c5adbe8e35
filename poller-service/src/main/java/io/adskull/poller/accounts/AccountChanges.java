package io.adskull.poller.accounts;

import io.adskull.contract.account.AccountKey;
import java.time.Duration;
import java.util.Set;

/// Hears which accounts this replica must look after.
public interface AccountChanges {

    /// The account is ours, or what is known about it has changed.
    void ours(WatchedAccount account);

    /// The account was disconnected or another replica has it now.
    void gone(AccountKey account);

    /// Waits until no call for these accounts is under way.
    ///
    /// @return false when one still was after `patience`
    boolean awaitQuiet(Set<AccountKey> accounts, Duration patience);
}
