package io.adskull.dashboard.overview;

/// How many accounts are alike in this.
///
/// @param group id of a platform, name of a business, id of a connection
public record AccountCount(String group, Health health, long accounts) {}
