package io.adskull.poller.accounts;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;

/// Hears which accounts this replica must look after.
public interface AccountChanges {

    /// The account is ours, or what is known about it has changed.
    void ours(ConnectedAccount account);

    /// The account was disconnected or another replica has it now.
    void gone(AccountKey account);
}
