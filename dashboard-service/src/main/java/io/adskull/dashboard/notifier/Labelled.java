package io.adskull.dashboard.notifier;

import java.util.List;

/// What a tenant calls one of its accounts, for its routes to name.
///
/// @param account such as `tiktok/7012345678901234567`
public record Labelled(String account, List<String> labels) {
    record All(List<Labelled> accounts) {}

    record Wanted(List<String> labels) {}
}
