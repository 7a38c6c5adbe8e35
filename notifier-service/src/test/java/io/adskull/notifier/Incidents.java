package io.adskull.notifier;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Incidents as the classifier writes them, for tests: each method one story, `with…` for what a test is about.
public final class Incidents {
    public static final Instant OPENED_AT = Instant.parse("2026-11-22T07:03:00Z");

    private String account = "tiktok/7012345678901234503";
    private String accountName = "Northwind Kids";
    private Optional<String> businessName = Optional.of("Northwind Agency");
    private ConnectionId connection = new ConnectionId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private Resource resource = Resource.AUTOMATED_RULES;
    private Cause cause = Cause.RESOURCE_PERMISSION_MISSING;
    private Actor actor = Actor.BUSINESS_ADMIN;
    private Severity severity = Severity.WARNING;
    private Confidence confidence = Confidence.CERTAIN;
    private AutomaticAction action = AutomaticAction.RETEST_SLOWLY;
    private String tenant = "demo";
    private String title = "No permission for Automated Rules";
    private String explanation = "";
    private List<String> steps = List.of("Do what is needed.");
    private Optional<String> forwardable = Optional.empty();
    private Optional<String> docs = Optional.empty();
    private Optional<String> check = Optional.empty();
    private Optional<String> mistakenFor = Optional.empty();
    private Optional<String> logId = Optional.of("202611220703000102030405060708090A");
    private Optional<String> requestId = Optional.of("20261122070300A1B2C3");
    private List<String> evidence = List.of();
    private Optional<String> code = Optional.of("40001");
    private Optional<String> message = Optional.of("No permission to operate advertiser: 7012345678901234503");
    private String endpoint = "/open_api/v1.3/optimizer/rule/list/";
    private Instant openedAt = OPENED_AT;
    private String openedBy = "answer-1";

    public static Incidents automatedRulesPermissionMissing() {
        var story = new Incidents();
        story.explanation = "The login that AdSkull uses can see this ad account, but it may not use Automated Rules."
                + " Rules that pause or scale campaigns cannot be read or changed until that is granted."
                + " Reconnecting or asking for more OAuth scopes will not help.";
        story.steps = List.of(
                "Ask an admin of the Business Center that owns Northwind Kids to sign in to TikTok Business Center.",
                "Open the members list and choose the person who connected Northwind Agency.",
                "Find the ad account Northwind Kids (7012345678901234503) in that person's assets.",
                "Switch on the permission for Automated Rules and save.",
                "Press Re-test in AdSkull; the alert closes by itself.");
        story.forwardable =
                Optional.of("Hello,\nour tool lost access to Automated Rules of the TikTok ad account Northwind"
                        + " Kids (7012345678901234503).\nCould you, as a Business Center admin, switch that permission on"
                        + " for our login? TikTok's log id is 202611220703000102030405060708090A.\nThank you!");
        story.docs = Optional.of("https://business-api.tiktok.com/portal/docs?id=1740859313170433");
        story.evidence = List.of(
                "TikTok answered with code 40001 and the words of a missing permission.",
                "Campaigns, Ads and Reporting of the same account answered fine a minute ago.");
        return story;
    }

    public static Incidents revokedToken() {
        var story = new Incidents();
        story.account = "tiktok/7012345678901234507";
        story.accountName = "Contoso Travel";
        story.businessName = Optional.of("Contoso Media");
        story.resource = Resource.ACCOUNT;
        story.cause = Cause.TOKEN_INVALID;
        story.actor = Actor.ACCOUNT_USER;
        story.severity = Severity.CRITICAL;
        story.action = AutomaticAction.NONE;
        story.title = "Contoso Travel has to be reconnected";
        story.explanation = "TikTok no longer accepts the access that was given to AdSkull: somebody removed it, or the"
                + " password changed. Nothing in this account can be read or changed until it is connected again.";
        story.steps = List.of(
                "Open AdSkull and press Reconnect next to Contoso Media.",
                "Sign in to TikTok with a login that may manage Contoso Travel.",
                "Leave all ad accounts ticked and confirm.");
        story.docs = Optional.of("https://business-api.tiktok.com/portal/docs?id=1738373164380162");
        story.code = Optional.of("40105");
        story.message = Optional.of("Access token is incorrect or has been revoked.");
        story.endpoint = "/open_api/v1.3/campaign/get/";
        story.evidence = List.of("All 9 calls with this connection's token failed in the same way.");
        return story;
    }

    public static Incidents suspended() {
        var story = new Incidents();
        story.account = "tiktok/7012345678901234505";
        story.accountName = "Northwind Beauty";
        story.resource = Resource.ACCOUNT;
        story.cause = Cause.ACCOUNT_DISABLED;
        story.severity = Severity.CRITICAL;
        story.title = "TikTok has suspended Northwind Beauty";
        story.explanation = "The ad account's status is STATUS_LIMIT. Campaigns do not deliver while it is suspended.";
        story.steps = List.of(
                "Sign in to TikTok Ads Manager and read the notice at the top of Northwind Beauty.",
                "Correct what it names, or appeal there.");
        story.code = Optional.empty();
        story.message = Optional.empty();
        story.endpoint = "/open_api/v1.3/advertiser/info/";
        story.confidence = Confidence.LIKELY;
        return story;
    }

    public static Incidents rateLimited() {
        var story = new Incidents();
        story.account = "tiktok/7012345678901234504";
        story.accountName = "Northwind Home";
        story.resource = Resource.ACCOUNT;
        story.cause = Cause.RATE_LIMITED;
        story.actor = Actor.AUTOMATIC;
        story.severity = Severity.INFO;
        story.action = AutomaticAction.RETRY_WITH_BACKOFF;
        story.title = "TikTok is slowing AdSkull down";
        story.explanation = "Too many calls were made for this account. AdSkull waits and tries again.";
        story.steps = List.of("Nothing to do: AdSkull asks again more slowly.");
        story.code = Optional.of("40133");
        return story;
    }

    public static Incidents invalidRequest() {
        var story = new Incidents();
        story.cause = Cause.INVALID_REQUEST;
        story.actor = Actor.DEVELOPER;
        story.title = "AdSkull asked TikTok in a way it refuses";
        story.explanation = "A field of the request is wrong.";
        return story;
    }

    public Incidents withAccount(String platformAccountId) {
        account = "tiktok/" + platformAccountId;
        return this;
    }

    public Incidents withPlatform(Platform platform) {
        account = platform.id() + account.substring(account.indexOf('/'));
        return this;
    }

    public Incidents withAccountName(String name) {
        accountName = name;
        return this;
    }

    public Incidents withBusinessName(String name) {
        businessName = Optional.of(name);
        return this;
    }

    public Incidents withConnection(ConnectionId other) {
        connection = other;
        return this;
    }

    public Incidents withTenant(String name) {
        tenant = name;
        return this;
    }

    public Incidents withCause(Cause other) {
        cause = other;
        return this;
    }

    public Incidents withActor(Actor other) {
        actor = other;
        return this;
    }

    public Incidents withTitle(String text) {
        title = text;
        return this;
    }

    public Incidents withExplanation(String text) {
        explanation = text;
        return this;
    }

    public Incidents withSteps(List<String> texts) {
        steps = texts;
        return this;
    }

    public Incidents withForwardable(String text) {
        forwardable = Optional.of(text);
        return this;
    }

    public Incidents withDocs(String url) {
        docs = Optional.of(url);
        return this;
    }

    public Incidents withMessage(String words) {
        message = Optional.of(words);
        return this;
    }

    public Incidents withLogId(String id) {
        logId = Optional.of(id);
        return this;
    }

    public Incidents withEvidence(List<String> sentences) {
        evidence = sentences;
        return this;
    }

    public Incidents withCheck(String what) {
        check = Optional.of(what);
        return this;
    }

    public Incidents withMistakenFor(String what) {
        mistakenFor = Optional.of(what);
        return this;
    }

    public Incidents withOpenedAt(Instant at) {
        openedAt = at;
        return this;
    }

    public Incidents openedBy(String eventId) {
        openedBy = eventId;
        return this;
    }

    /// Further accounts that met what [#automatedRulesPermissionMissing()] tells of.
    public static List<Incident> others(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> automatedRulesPermissionMissing()
                        .withAccount("70123456789012" + (50000 + i))
                        .withAccountName("Northwind Shop " + i)
                        .incident())
                .toList();
    }

    /// The message about it and them.
    public static Alert together(List<Incident> others) {
        Incident first = automatedRulesPermissionMissing().incident();
        return new Alert.Opened(first, Affected.of(others), new Alert.Place(first.id(), Alert.Transition.OPENED, 0));
    }

    public Incident incident() {
        AccountKey key = AccountKey.parse(account);
        return new Incident(
                IncidentId.of(key, cause, resource, openedBy),
                tenant,
                key,
                accountName,
                businessName.orElse(null),
                connection,
                resource,
                cause,
                actor,
                severity,
                confidence,
                action,
                title,
                explanation,
                steps,
                forwardable.orElse(null),
                docs.orElse(null),
                logId.orElse(null),
                requestId.orElse(null),
                evidence,
                code.orElse(null),
                message.orElse(null),
                endpoint,
                200,
                openedAt,
                openedAt,
                1,
                "0af7651916cd43dd8448eb211c80319c",
                check.orElse(null),
                mistakenFor.orElse(null));
    }
}
