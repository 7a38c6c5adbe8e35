package io.adskull.dashboard.web;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Permission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of an account, and since when it works or does not.
public record Part(Permission permission, Optional<Instant> since) {
    static List<Part> all(AccountView account, Map<Resource, Instant> workingSince) {
        return account.permissions().stream()
                .map(permission -> new Part(
                        permission,
                        Optional.ofNullable(permission.since())
                                .or(() -> Optional.ofNullable(workingSince.get(permission.resource())))))
                .toList();
    }

    static List<Part> worstFirst(AccountView account, Map<Resource, Instant> workingSince) {
        return all(account, workingSince).stream()
                .sorted(Comparator.comparing((Part part) -> part.permission().state())
                        .reversed())
                .toList();
    }
}
