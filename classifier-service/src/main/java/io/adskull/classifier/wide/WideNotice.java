package io.adskull.classifier.wide;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a platform tells an account that fails because of it.
///
/// @param incident of the platform, which the account's failures are part of; null: it is over, and who still fails
/// has a problem of its own
public record WideNotice(
        AccountKey account, Instant at, @Nullable String incident) {}
