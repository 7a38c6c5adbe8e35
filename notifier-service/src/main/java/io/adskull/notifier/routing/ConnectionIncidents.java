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
import java.util.Objects;
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
                Actor.ACCOUNT_USER,
                Severity.WARNING,
                "Reconnect " + business + " before " + end,
                "The consent of " + business + " ends on " + end + ", in " + (days == 1 ? "1 day" : days + " days")
                        + ". "
                        + change.platform().displayName() + " sets that end and only a person can renew it. "
                        + "Everything works until then; after it, " + stopped.sentence() + ".",
                reconnecting(business, change.platform().displayName()),
                List.of("AdSkull renews by itself what can be renewed; this cannot."));
    }

    static Incident of(CredentialChange.ReconnectRequired change, String eventId, Stopped stopped) {
        String business = business(change.businessName(), change.platform());
        return incident(
                change,
                eventId,
                business,
                Cause.REFRESH_TOKEN_INVALID,
                Actor.ACCOUNT_USER,
                Severity.CRITICAL,
                change.platform().displayName() + " no longer renews the access of " + business,
                "AdSkull tried to renew the access of " + business + " and "
                        + change.platform().displayName()
                        + " refused for good. " + stopped.capitalized()
                        + ". From now on, or as soon as the last access ends, AdSkull can do nothing there until "
                        + "somebody connects " + business + " again.",
                reconnecting(business, change.platform().displayName()),
                List.of(change.platform().displayName() + " answered the renewal: " + change.reason()));
    }

    /// For those who run AdSkull: what advertisers could do would not help.
    static Incident of(CredentialChange.RefreshFailed change, String eventId, Stopped stopped) {
        String business = business(change.businessName(), change.platform());
        String platform = change.platform().displayName();
        String since = Wording.time(Objects.requireNonNull(change.accessEndsAt()));
        return incident(
                change,
                eventId,
                business,
                Cause.TOKEN_EXPIRED,
                Actor.DEVELOPER,
                Severity.CRITICAL,
                "The access of " + business + " cannot be renewed",
                "Nobody watches " + business + " since " + since + ": its access to " + platform
                        + " ended then, and AdSkull could not renew it. " + stopped.capitalized()
                        + ". AdSkull goes on trying every few minutes.",
                List.of(
                        "Read below what " + platform + " answered.",
                        "If it speaks of the client, the app or a secret, check the app id and secret of " + platform
                                + " in token-service's settings against the platform's developer portal.",
                        "If it gave no answer, check that token-service reaches " + platform
                                + ", and the platform's own status page.",
                        "If it goes on for hours with neither, let the advertiser reconnect " + business
                                + " from the dashboard: that begins with new tokens."),
                List.of(platform + " answered the renewal: " + change.reason()));
    }

    /// Whether it says that a connection is not watched because its access could not be renewed.
    static boolean isUnwatched(Incident incident) {
        return Wording.isOfConnection(incident)
                && incident.cause() == Cause.TOKEN_EXPIRED
                && incident.actor() == Actor.DEVELOPER;
    }

    private static List<String> reconnecting(String business, String platform) {
        return List.of(
                "Click \"Reconnect " + business + "\" in this message.",
                "Sign in to " + platform + " with the login that connected " + business + " before.",
                "Leave everything ticked that was ticked before, and confirm.",
                "Come back to AdSkull: the accounts are tested at once.");
    }

    private static Incident incident(
            CredentialChange change,
            String eventId,
            String business,
            Cause cause,
            Actor actor,
            Severity severity,
            String title,
            String explanation,
            List<String> steps,
            List<String> evidence) {
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
                actor,
                severity,
                Confidence.CERTAIN,
                AutomaticAction.NONE,
                title,
                explanation,
                steps,
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
