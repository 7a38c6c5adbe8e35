package io.adskull.dashboard.operators;

import static io.adskull.dashboard.Fabricated.NOON;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
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
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.testing.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What operators look for, published as the other services would.
final class Trouble {
    private Trouble() {}

    /// An account of a tenant of its own meets an error that nothing explains.
    static Incident met(Platform platform, @Nullable String code, String message, Instant at) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        var account = new AccountKey(platform, "70" + unique);
        return incident("tenant-" + unique, account, Cause.UNKNOWN, code, message, at);
    }

    /// Many accounts meet an error of the platform itself.
    static Incident wide(Platform platform, Instant at) {
        return incident(
                Incident.OPERATORS,
                AccountKey.wholePlatform(platform),
                Cause.PLATFORM_ERROR,
                "500",
                "Something went wrong",
                at);
    }

    private static Incident incident(
            String tenant, AccountKey account, Cause cause, @Nullable String code, String message, Instant at) {
        return new Incident(
                IncidentId.of(
                        account, cause, Resource.CAMPAIGNS, UUID.randomUUID().toString()),
                tenant,
                account,
                "Northwind Kids",
                "Northwind Agency",
                new ConnectionId(UUID.randomUUID()),
                Resource.CAMPAIGNS,
                cause,
                cause == Cause.UNKNOWN ? Actor.DEVELOPER : Actor.PLATFORM,
                Severity.WARNING,
                Confidence.UNCLEAR,
                AutomaticAction.RETRY_WITH_BACKOFF,
                cause == Cause.UNKNOWN ? "Something failed" : "The whole platform fails",
                "Nobody knows yet.",
                List.of("Wait."),
                null,
                null,
                null,
                null,
                List.of(),
                code,
                message,
                "/campaign/get/",
                200,
                at,
                at,
                1,
                null,
                null,
                null);
    }

    static void opened(Incident incident) {
        Remediation told = new Remediation.Opened(incident, incident.openedAt());
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        incident.account().toString(),
                        told.envelope("/classifier-service").headers(),
                        EventJson.write(told));
    }

    /// A platform's status page speaks of an incident.
    static PlatformIncident said(Platform platform, String title, @Nullable String link) {
        var said = new PlatformIncident(
                platform, UUID.randomUUID().toString(), title, link, NOON, true, NOON.plusSeconds(60));
        say(said);
        return said;
    }

    /// The page says that it is over.
    static void over(PlatformIncident was) {
        say(new PlatformIncident(
                was.platform(),
                was.guid(),
                was.title(),
                was.link(),
                was.publishedAt(),
                false,
                was.at().plusSeconds(60)));
    }

    static void say(PlatformIncident said) {
        TestTopics.current().publish(Topic.PLATFORM_STATUS, said.key(), spoken(said, said.at()), EventJson.write(said));
    }

    /// The page speaks of it no more.
    static void forgotten(PlatformIncident was) {
        TestTopics.current()
                .publish(Topic.PLATFORM_STATUS, was.key(), spoken(was, was.at().plusSeconds(120)), null);
    }

    private static Map<String, String> spoken(PlatformIncident of, Instant at) {
        return new CloudEvent(
                        of.key() + "/" + at,
                        PlatformIncident.EVENT_TYPE,
                        "/poller-service",
                        of.key(),
                        at,
                        Incident.OPERATORS)
                .headers();
    }

    /// A record that the dashboard cannot read; it puts it aside by itself.
    static void unreadable(String key, String value) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        key,
                        Map.of(
                                "ce_id",
                                "poison-" + key,
                                "ce_type",
                                Remediation.EVENT_TYPE,
                                "ce_source",
                                "/test",
                                "ce_subject",
                                "tiktok/70123",
                                "ce_time",
                                NOON.toString(),
                                "ce_tenant",
                                "tenant-poison"),
                        value.getBytes(StandardCharsets.UTF_8));
    }

    /// A record that some service put aside before it was mended.
    static void putAside(Topic origin, String key, Map<String, String> headers, byte @Nullable [] value, String why) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        new DeadLetter(why, origin.named(TestTopics.current().prefix()), 0, 17)
                .headers()
                .forEach((name, bytes) -> all.put(name, new String(bytes, StandardCharsets.UTF_8)));
        TestTopics.current().publish(origin.deadLetters(), key, all, value);
    }
}
