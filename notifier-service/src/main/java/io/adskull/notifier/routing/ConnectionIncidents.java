package io.adskull.notifier.routing;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a connection's credentials, as an incident of the whole connection, so that it is told like any
/// other. Pure.
final class ConnectionIncidents {
    private static final String ENDPOINT = "";

    private ConnectionIncidents() {}

    /// Names all accounts of a connection at once.
    static AccountKey accountsOf(Platform platform, ConnectionId connection) {
        return new AccountKey(platform, Wording.WHOLE_CONNECTION + connection);
    }

    /// @param eventId of the change; a telling of another day is another incident
    static Incident of(CredentialChange.Expiring change, String eventId, Stopped stopped) {
        String business = business(change.businessName(), change.platform());
        String end = Wording.time(change.expiresAt());
        long days = Math.max(
                1,
                Duration.between(change.at(), change.expiresAt()).plusHours(12).toDays());
        return incident(
                change,
                eventId,
                business,
                Cause.TOKEN_EXPIRED,
                Severity.WARNING,
                "Reconnect " + business + " before " + end,
                "The consent of " + business + " ends on " + end + ", in " + (days == 1 ? "1 day" : days + " days")
                        + ". "
                        + change.platform().displayName() + " sets that end and only a person can renew it. "
                        + "Everything works until then; after it, " + stopped.sentence() + ".",
                List.of("AdSkull renews by itself what can be renewed; this cannot."));
    }

    static Incident of(CredentialChange.ReconnectRequired change, String eventId, Stopped stopped) {
        String business = business(change.businessName(), change.platform());
        return incident(
                change,
                eventId,
                business,
                Cause.REFRESH_TOKEN_INVALID,
                Severity.CRITICAL,
                change.platform().displayName() + " no longer renews the access of " + business,
                "AdSkull tried to renew the access of " + business + " and "
                        + change.platform().displayName()
                        + " refused for good. " + stopped.capitalized()
                        + ". From now on, or as soon as the last access ends, AdSkull can do nothing there until "
                        + "somebody connects " + business + " again.",
                List.of(change.platform().displayName() + " answered the renewal: " + change.reason()));
    }

    private static Incident incident(
            CredentialChange change,
            String eventId,
            String business,
            Cause cause,
            Severity severity,
            String title,
            String explanation,
            List<String> evidence) {
        String platform = change.platform().displayName();
        AccountKey accounts = accountsOf(change.platform(), change.connection());
        Instant at = change.at();
        return new Incident(
                IncidentId.of(accounts, cause, Resource.ACCOUNT, eventId),
                change.tenant(),
                accounts,
                business,
                business,
                change.connection(),
                Resource.ACCOUNT,
                cause,
                Actor.ACCOUNT_USER,
                severity,
                Confidence.CERTAIN,
                AutomaticAction.NONE,
                title,
                explanation,
                List.of(
                        "Click \"Reconnect " + business + "\" in this message.",
                        "Sign in to " + platform + " with the login that connected " + business + " before.",
                        "Leave everything ticked that was ticked before, and confirm.",
                        "Come back to AdSkull: the accounts are tested at once."),
                null,
                null,
                null,
                null,
                evidence,
                null,
                null,
                ENDPOINT,
                null,
                at,
                at,
                1,
                null,
                null,
                null);
    }

    private static String business(@Nullable String name, Platform platform) {
        return name == null || name.isBlank() ? "your " + platform.displayName() + " connection" : name;
    }
}
