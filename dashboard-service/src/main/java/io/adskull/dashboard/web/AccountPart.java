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
public record AccountPart(Permission permission, Optional<Instant> since) {
    static List<AccountPart> all(AccountView account, Map<Resource, Instant> workingSince) {
        return account.permissions().stream()
                .map(permission -> new AccountPart(
                        permission,
                        Optional.ofNullable(permission.since())
                                .or(() -> Optional.ofNullable(workingSince.get(permission.resource())))))
                .toList();
    }

    static List<AccountPart> worstFirst(AccountView account, Map<Resource, Instant> workingSince) {
        return all(account, workingSince).stream()
                .sorted(Comparator.comparing(
                                (AccountPart part) -> part.permission().state())
                        .reversed())
                .toList();
    }
}
