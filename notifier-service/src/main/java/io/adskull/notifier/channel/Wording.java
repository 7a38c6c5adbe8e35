package io.adskull.notifier.channel;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The words that all channels share, for people who buy ads.
public final class Wording {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final int NAME = 120;

    /// Starts the id that stands for all accounts of one connection.
    public static final String WHOLE_CONNECTION = "~connection.";

    private Wording() {}

    /// Such as `Sun 22 Nov 2026, 07:03 UTC`.
    public static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /// Such as `2 hours 14 minutes`: the two largest units, because nobody plans by the seconds of a day.
    public static String length(Duration lasted) {
        if (lasted.toDays() > 0) {
            return two(lasted.toDays(), "day", lasted.toHoursPart(), "hour");
        }
        if (lasted.toHours() > 0) {
            return two(lasted.toHours(), "hour", lasted.toMinutesPart(), "minute");
        }
        if (lasted.toMinutes() > 0) {
            return two(lasted.toMinutes(), "minute", lasted.toSecondsPart(), "second");
        }
        return lasted.toSeconds() > 0 ? count(lasted.toSeconds(), "second") : "less than a second";
    }

    /// Such as `[Action needed] Northwind Kids: Automated Rules permission is missing`.
    public static String subject(Alert alert) {
        String tag =
                switch (alert) {
                    case Alert.Resolved resolved -> "Resolved";
                    case Alert.Opened opened ->
                        switch (opened.place().transition()) {
                            case JOINED -> "More accounts";
                            case REMINDED -> "Still open";
                            case ESCALATED -> "Nobody reacted";
                            case OPENED, RESOLVED -> tag(alert.incident().actor());
                        };
                };
        return "[" + tag + "] " + headline(alert);
    }

    /// Such as `Northwind Kids and 39 more accounts: No permission for Automated Rules`.
    public static String headline(Alert alert) {
        Incident incident = alert.incident();
        int others = alert.others().count();
        if (others == 0) {
            return headline(incident);
        }
        String more = " and " + others + " more account" + (others == 1 ? "" : "s");
        String title = Untrusted.line(incident.title(), 200);
        return namesTheAccount(title, incident)
                ? title + " (" + more.strip() + ")"
                : accountName(incident) + more + ": " + title;
    }

    /// The title, with the account's name in front unless the title says it already.
    public static String headline(Incident incident) {
        String title = Untrusted.line(incident.title(), 200);
        return namesTheAccount(title, incident) ? title : accountName(incident) + ": " + title;
    }

    private static boolean namesTheAccount(String title, Incident incident) {
        return title.toLowerCase(Locale.ROOT).contains(accountName(incident).toLowerCase(Locale.ROOT));
    }

    public static String accountName(Incident incident) {
        String name = Untrusted.line(incident.accountName(), NAME);
        return name.isEmpty() ? incident.account().accountId() : name;
    }

    /// Such as `TikTok account 7012345678901234503`.
    public static String accountNumber(Incident incident) {
        if (isOfConnection(incident)) {
            return "all its " + incident.account().platform().displayName() + " accounts";
        }
        if (incident.account().isWholePlatform()) {
            return "all " + incident.account().platform().displayName() + " accounts";
        }
        return incident.account().platform().displayName() + " account "
                + incident.account().accountId();
    }

    /// Such as `Reconnect Northwind Agency`: what a button says, which Slack cuts at 75 characters.
    public static String reconnect(Incident incident) {
        String business = Untrusted.line(java.util.Objects.requireNonNullElse(incident.businessName(), ""), 50);
        return "Reconnect "
                + (business.isEmpty() ? incident.account().platform().displayName() : business);
    }

    /// What the list of further accounts says above it.
    public static String alsoAffected(Alert alert) {
        int others = alert.others().count();
        String accounts = others + " more account" + (others == 1 ? "" : "s");
        return switch (alert) {
            case Alert.Opened opened -> accounts + ", same problem and same steps";
            case Alert.Resolved resolved -> accounts + (others == 1 ? " is" : " are") + " well again, too";
        };
    }

    public static boolean isOfConnection(Incident incident) {
        return incident.account().accountId().startsWith(WHOLE_CONNECTION);
    }

    /// Whether one account met it, so that it can be tested again.
    public static boolean isOfAnAccount(Incident incident) {
        return !isOfConnection(incident) && !incident.account().isWholePlatform();
    }

    /// Whether calls failed; otherwise it is what the notifier itself concluded, and nobody else knows of it.
    public static boolean isOfACall(Incident incident) {
        return !incident.endpoint().isEmpty();
    }

    /// How [#whatStopped] is introduced. Nothing has stopped where calls only slow down, where one change or one ad
    /// is refused, or where somebody did not finish connecting.
    public static String stoppedLabel(Incident incident) {
        boolean ofOneAccount = !isOfConnection(incident) && !incident.account().isWholePlatform();
        boolean goesOn =
                switch (incident.cause()) {
                    case CONFLICT, POLICY_VIOLATION, AUTH_CODE_INVALID -> true;
                    default -> incident.severity() == Severity.INFO;
                };
        return ofOneAccount && goesOn ? "What it is about" : "What stopped working";
    }

    public static String whatStopped(Incident incident) {
        if (isOfConnection(incident)) {
            return incident.severity() == Severity.CRITICAL ? "All ad accounts of this connection" : "Nothing yet";
        }
        if (incident.account().isWholePlatform()) {
            return isOfACall(incident) ? "Calls to the whole platform" : "Nothing";
        }
        if (incident.cause() == Cause.AUTH_CODE_INVALID) {
            return "The attempt to connect";
        }
        return incident.resource() == Resource.ACCOUNT
                ? "The whole ad account"
                : incident.resource().displayName();
    }

    public static String whoMustAct(Incident incident) {
        return incident.actor().displayName();
    }

    /// Such as `TikTok's page about it`.
    public static String pageOf(Incident incident) {
        return platforms(incident) + " page about it";
    }

    /// Whose something is: `TikTok's`, `Google Ads'`.
    public static String platforms(Incident incident) {
        String name = incident.account().platform().displayName();
        return name + (name.endsWith("s") ? "'" : "'s");
    }

    /// The id beside the log id that a support ticket may ask for; empty where both are the same.
    public static Optional<String> requestId(Incident incident) {
        return Optional.ofNullable(incident.requestId()).filter(id -> !id.equals(incident.logId()));
    }

    /// Such as `Ready to forward to an admin of the business account`.
    public static String readyToForward(Incident incident) {
        String who = whoMustAct(incident);
        return "Ready to forward to " + who.substring(0, 1).toLowerCase(Locale.ROOT) + who.substring(1);
    }

    public static String sureness(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> "Certain";
            case LIKELY -> "Likely";
            case UNCLEAR -> "Not sure: please check before you act";
        };
    }

    /// Why it is said, and then what would decide and what it is often mistaken for, where the incident says so.
    ///
    /// @param most how many sentences of evidence at most
    public static List<String> reasons(Incident incident, int most) {
        Stream<String> check = Stream.ofNullable(incident.check()).map(text -> "What would decide: " + text);
        Stream<String> mistaken = Stream.ofNullable(incident.mistakenFor()).map(text -> "Often mistaken for: " + text);
        return Stream.of(incident.evidence().stream().limit(most), check, mistaken)
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static String tag(Actor actor) {
        return switch (actor) {
            case ACCOUNT_USER, BUSINESS_ADMIN, BILLING_OWNER, DEVELOPER -> "Action needed";
            case AUTOMATIC -> "Still being fixed";
            case PLATFORM -> "Platform problem";
        };
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return count(large, largeUnit) + (small > 0 ? " " + count(small, smallUnit) : "");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
