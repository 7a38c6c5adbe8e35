package io.adskull.classifier.evidence;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;

/// Whether the platform still takes the key that an account shares with one that is refused.
///
/// @param account that is to find out
/// @param asking the account that is refused
/// @param since when its refusals began: an older answer says nothing
public record ConnectionQuestion(AccountKey account, AccountKey asking, Instant since) {}
