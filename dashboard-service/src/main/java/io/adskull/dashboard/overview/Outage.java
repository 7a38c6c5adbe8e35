package io.adskull.dashboard.overview;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which something did not answer as it should.
///
/// @param accountWide whether every part of the account was concerned
/// @param until null while it goes on
public record Outage(
        Resource resource,
        boolean accountWide,
        PermissionState state,
        Instant from,
        @Nullable Instant until) {
    /// What an incident says of when its calls failed.
    record Interval(
            Resource resource,
            Cause cause,
            Instant openedAt,
            @Nullable Instant resolvedAt) {
        Outage outage() {
            return new Outage(
                    resource,
                    Failure.accountWide(resource, cause),
                    Failure.permissionAfter(cause),
                    openedAt,
                    resolvedAt);
        }
    }

    /// When incidents of one kind were last over.
    record End(Resource resource, Cause cause, Instant at) {
        boolean concerns(Resource part) {
            return resource == part || Failure.accountWide(resource, cause);
        }
    }

    /// Nobody can look at the account since then.
    static Outage withoutAccess(Instant since) {
        return new Outage(Resource.ACCOUNT, true, PermissionState.DENIED, since, null);
    }

    public boolean concerns(Resource part) {
        return accountWide || resource == part;
    }
}
