package io.adskull.dashboard.web;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.ConnectionView;
import io.adskull.dashboard.overview.Health;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.PermissionState;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// What pages say for what the code names.
@TemplateExtension
public final class Words {
    /// An end that is further away is no warning yet.
    private static final Duration SOON = Duration.ofDays(30);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    static String utc(Instant at) {
        return UTC.format(at);
    }

    public static String brief(Instant at) {
        return SHORT.format(at);
    }

    /// For `datetime` attributes, which a script turns into the viewer's zone.
    static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String label(Health health) {
        return switch (health) {
            case BROKEN -> "Broken";
            case DEGRADED -> "Degraded";
            case FIXING -> "Fixing itself";
            case HEALTHY -> "Healthy";
        };
    }

    static String label(PermissionState state) {
        return switch (state) {
            case WORKING -> "working";
            case DEGRADED -> "degraded";
            case DENIED -> "denied";
        };
    }

    /// Of a part of an account; the account itself is a part among others here.
    static String label(Resource resource) {
        return resource == Resource.ACCOUNT ? "Account" : resource.displayName();
    }

    public static String label(Cause cause) {
        String words = cause.name().replace('_', ' ').toLowerCase(Locale.ROOT).replace("api ", "API ");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// Who must act, in the few words that a list has room for.
    public static String brief(Actor actor) {
        return switch (actor) {
            case AUTOMATIC -> "AdSkull itself";
            case ACCOUNT_USER -> "Whoever connected it";
            case BUSINESS_ADMIN -> "Admin of the business";
            case BILLING_OWNER -> "Billing owner";
            case DEVELOPER -> "Developers";
            case PLATFORM -> "Platform";
        };
    }

    static String label(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> "Certain";
            case LIKELY -> "Likely";
            case UNCLEAR -> "Unclear";
        };
    }

    static String label(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }

    static String label(Platform platform) {
        return platform.displayName();
    }

    static String retestAddress(AccountView account) {
        return "/accounts/" + account.key() + "/re-test";
    }

    static String retestAddress(IncidentView incident) {
        return "/incidents/" + incident.id() + "/re-test";
    }

    /// Whether its connection must be connected again.
    static boolean dead(AccountView account) {
        return account.connection() != null && account.connection().dead();
    }

    /// Whether nobody can look at it now, though nobody needs to connect it again.
    static boolean unwatched(AccountView account) {
        return account.connection() != null
                && !account.connection().dead()
                && account.connection().unwatchedSince().isPresent();
    }

    /// Something about the connection that its owner should know; empty when all is well.
    static Optional<String> warning(ConnectionView connection, Instant now) {
        return switch (connection.change()) {
            case "RECONNECT_REQUIRED" -> Optional.of("This connection must be connected again");
            case "REFRESH_FAILED" ->
                Optional.of(
                        connection.unwatchedSince().isPresent()
                                ? "Nobody watches its accounts: the access ended and could not be renewed. AdSkull goes on "
                                        + "trying, and those who run it were told"
                                : "The last token refresh failed; it will be tried again");
            default -> ending(connection, now);
        };
    }

    private static Optional<String> ending(ConnectionView connection, Instant now) {
        return Optional.ofNullable(connection.endsAt())
                .filter(end -> end.isBefore(now.plus(SOON)))
                .map(end -> "Connect again before " + DAY.format(end.atOffset(ZoneOffset.UTC))
                        + ": the platform ends the consent then, and no machine can renew it");
    }

    /// The platform's page, only where it is a web address: nothing else may become a link.
    static Optional<String> documentation(IncidentView incident) {
        return Optional.ofNullable(incident.docs()).filter(docs -> docs.startsWith("https://"));
    }
}
