package io.adskull.benchmarks.dashboard;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An agency with accounts at ten platforms, a hundred to a connection, and one open incident at each of the first.
///
/// @param broken how many accounts have an open incident
record Agency(String tenant, int accounts, int broken) {
    private static final List<Platform> PLATFORMS = List.of(Platform.values());
    private static final int OF_ONE_CONNECTION = 100;
    private static final Instant CONNECTED = Instant.parse("2026-11-01T08:00:00Z");

    AccountKey key(int account) {
        return new AccountKey(
                PLATFORMS.get(account / OF_ONE_CONNECTION % PLATFORMS.size()),
                Long.toString(7_300_000_000_000_000_000L + account));
    }

    ConnectedAccount connected(int account) {
        return new ConnectedAccount(
                key(account),
                tenant,
                connection(account),
                "advertiser",
                "Shop %05d of the north".formatted(account),
                "Business %03d".formatted(account / OF_ONE_CONNECTION),
                List.of("ads.read"),
                CONNECTED,
                null);
    }

    Remediation opened(int account) {
        return new Remediation.Opened(incident(account, 1), CONNECTED.plusSeconds(account));
    }

    /// The incident is still there after so many failures.
    Remediation goesOn(int account, long occurrences, Instant now) {
        return new Remediation.Updated(incident(account, occurrences), now, "It failed " + occurrences + " times");
    }

    private static ConnectionId connection(int account) {
        return new ConnectionId(new UUID(7, account / OF_ONE_CONNECTION));
    }

    private Incident incident(int account, long occurrences) {
        boolean whole = account % 10 == 0;
        Cause cause = whole ? Cause.ACCOUNT_ACCESS_MISSING : Cause.RESOURCE_PERMISSION_MISSING;
        Resource resource = whole ? Resource.ACCOUNT : Resource.AUDIENCES;
        Instant since = CONNECTED.plusSeconds(account);
        return new Incident(
                IncidentId.of(key(account), cause, resource, "first"),
                tenant,
                key(account),
                connected(account).name(),
                connected(account).businessName(),
                connection(account),
                resource,
                cause,
                Actor.BUSINESS_ADMIN,
                whole ? Severity.CRITICAL : Severity.WARNING,
                Confidence.CERTAIN,
                AutomaticAction.RETEST_SLOWLY,
                "No permission for " + resource.displayName(),
                "The login that AdSkull uses can see this ad account, but it may not use " + resource.displayName()
                        + ". Reports go on; what needs it stands still.",
                List.of(
                        "Sign in to the platform as an admin of the business.",
                        "Open the settings of the business and choose its people.",
                        "Choose the person who connected the account and switch on the permission.",
                        "Press Re-test in AdSkull."),
                "Please give our tool access to " + resource.displayName() + " of this account.",
                "https://business-api.tiktok.com/portal/docs",
                "20261130080000" + account,
                null,
                List.of("Other calls for this account are answered.", "The token is good: it was renewed today."),
                "40001",
                "No permission to operate advertiser",
                "/open_api/v1.3/dmp/custom_audience/list/",
                200,
                since,
                since.plusSeconds(occurrences),
                occurrences,
                null,
                null,
                null);
    }
}
