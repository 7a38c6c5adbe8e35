package io.adskull.token.platform;

import io.adskull.contract.account.AccountKey;

/// An ad account that a consent reaches.
///
/// @param name what the platform calls it; its id when the platform does not say
public record GrantedAccount(AccountKey key, String name) {}
