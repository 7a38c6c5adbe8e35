package io.adskull.dashboard.overview;

import io.adskull.contract.account.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How an account is, judged by its open incidents and its connection; pure. An account without an incident is
/// healthy from the moment it is known, since every probe that fails opens one, unless its connection gives no
/// access: then nobody looks.
record AccountHealth(Health health, Instant since, List<Permission> permissions) {

    /// @param wellSince since when it is healthy if nothing fails
    /// @param unwatchedSince since when its connection gives no access; empty while it does
    static AccountHealth judge(
            List<Failure> failures, List<Resource> watched, Instant wellSince, Optional<Instant> unwatchedSince) {
        AccountHealth judged = judge(failures, watched, wellSince);
        return unwatchedSince.map(judged::withoutAccess).orElse(judged);
    }

    private AccountHealth withoutAccess(Instant start) {
        boolean brokenBefore = health == Health.BROKEN && since.isBefore(start);
        return new AccountHealth(
                Health.BROKEN,
                brokenBefore ? since : start,
                permissions.stream()
                        .map(permission -> permission.state() == PermissionState.WORKING
                                ? new Permission(permission.resource(), PermissionState.DENIED, start, null)
                                : permission)
                        .toList());
    }

    private static AccountHealth judge(List<Failure> failures, List<Resource> watched, Instant wellSince) {
        Health worst = failures.stream()
                .map(Failure::health)
                .min(Comparator.naturalOrder())
                .orElse(Health.HEALTHY);
        Instant since = failures.stream()
                .filter(failure -> failure.health() == worst)
                .map(Failure::openedAt)
                .min(Comparator.naturalOrder())
                .orElse(wellSince);
        return new AccountHealth(worst, since, permissions(failures, watched));
    }

    private static List<Permission> permissions(List<Failure> failures, List<Resource> watched) {
        Set<Resource> shown = new LinkedHashSet<>(watched);
        failures.stream().map(Failure::resource).forEach(shown::add);
        return shown.stream().map(resource -> permission(resource, failures)).toList();
    }

    private static Permission permission(Resource resource, List<Failure> failures) {
        Optional<Failure> worst = failures.stream()
                .filter(failure -> failure.resource() == resource || failure.accountWide())
                .max(Comparator.comparing(Failure::permission)
                        .thenComparing(failure -> failure.resource() == resource)
                        .thenComparing(Failure::openedAt, Comparator.reverseOrder()));
        return worst.map(failure -> new Permission(resource, failure.permission(), failure.openedAt(), failure.id()))
                .orElseGet(() -> new Permission(resource, PermissionState.WORKING, null, null));
    }
}
