package io.adskull.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.contract.status.PlatformIncident;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Yesterday's files are read by today's code, and today's code writes what yesterday's files say. A golden file
/// is never edited: a change that breaks one needs a new version of the event and of its topic.
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-11-22T07:03:00Z");
    private static final AccountKey ACCOUNT = AccountKey.parse("tiktok/7012345678901234503");
    private static final ConnectionId CONNECTION =
            new ConnectionId(UUID.fromString("0b0f6f0e-1a58-4ac1-8f0c-7d2b6a1d9a11"));
    private static final IncidentId INCIDENT =
            IncidentId.of(ACCOUNT, Cause.RESOURCE_PERMISSION_MISSING, Resource.AUTOMATED_RULES, "answer-1");

    record Golden(String file, String schema, Class<?> type, Object event) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Golden> goldenFiles() {
        var message = new AlertOutcome.Message(
                "0f8b6f0e-1a58-4ac1-8f0c-7d2b6a1d9a12",
                INCIDENT,
                ACCOUNT,
                "demo",
                "OPENED",
                "slack",
                "#ads-alerts",
                "Northwind Kids: Automated Rules are not permitted");
        return Stream.of(
                new Golden(
                        "account.v1.json",
                        "account.v1",
                        ConnectedAccount.class,
                        new ConnectedAccount(
                                ACCOUNT,
                                "demo",
                                CONNECTION,
                                "advertiser",
                                "Northwind Kids",
                                "Northwind Agency",
                                List.of("1", "17000000"),
                                AT,
                                null)),
                new Golden(
                        "account-connected-as.v1.json",
                        "account.v1",
                        ConnectedAccount.class,
                        new ConnectedAccount(
                                ACCOUNT,
                                "demo",
                                CONNECTION,
                                "advertiser",
                                "Northwind Kids",
                                "Northwind Agency",
                                List.of("1", "17000000"),
                                AT,
                                "PARTNER")),
                new Golden(
                        "remediation-with-check.v1.json",
                        "remediation.v1",
                        Remediation.class,
                        new Remediation.Opened(
                                incident(
                                        "Whether the account answers any other call.",
                                        "A missing scope; connecting again does not help."),
                                AT)),
                new Golden(
                        "remediation-opened.v1.json",
                        "remediation.v1",
                        Remediation.class,
                        new Remediation.Opened(incident(), AT)),
                new Golden(
                        "remediation-updated.v1.json",
                        "remediation.v1",
                        Remediation.class,
                        new Remediation.Updated(incident(), AT, "seen 10 times")),
                new Golden(
                        "remediation-resolved.v1.json",
                        "remediation.v1",
                        Remediation.class,
                        new Remediation.Resolved(incident(), AT, "The call works again.")),
                new Golden(
                        "credential-refreshed.v1.json",
                        "credential.v1",
                        CredentialChange.class,
                        new CredentialChange.Refreshed(CONNECTION, Platform.TIKTOK, "demo", AT, AT.plusSeconds(120))),
                new Golden(
                        "credential-reconnected.v1.json",
                        "credential.v1",
                        CredentialChange.class,
                        new CredentialChange.Reconnected(
                                CONNECTION,
                                Platform.TIKTOK,
                                "demo",
                                AT,
                                AT.plusSeconds(120),
                                AT.plusSeconds(31_536_000),
                                "Ada Lovelace",
                                "Northwind Agency")),
                new Golden(
                        "credential-reconnected-before-names.v1.json",
                        "credential.v1",
                        CredentialChange.class,
                        new CredentialChange.Reconnected(CONNECTION, Platform.TIKTOK, "demo", AT, null)),
                new Golden(
                        "credential-disconnected.v1.json",
                        "credential.v1",
                        CredentialChange.class,
                        new CredentialChange.Disconnected(CONNECTION, Platform.TIKTOK, "demo", AT, "Northwind Agency")),
                new Golden(
                        "credential-reconnect-required.v1.json",
                        "credential.v1",
                        CredentialChange.class,
                        new CredentialChange.ReconnectRequired(
                                CONNECTION, Platform.TIKTOK, "demo", AT, "the refresh token was refused")),
                new Golden(
                        "poll-requested.v1.json",
                        "poll-requested.v1",
                        PollRequested.class,
                        new PollRequested(ACCOUNT, "demo", Resource.AUTOMATED_RULES, "re-test", AT)),
                new Golden(
                        "poll-reach.v1.json",
                        "poll-reach.v1",
                        PollReach.class,
                        new PollReach(Platform.GOOGLE, 400, 300, 368_640, AT)),
                new Golden(
                        "platform-incident.v1.json",
                        "platform-status.v1",
                        PlatformIncident.class,
                        reported("https://business-api.tiktok.com/portal/status", true)),
                new Golden(
                        "platform-incident-over.v1.json",
                        "platform-status.v1",
                        PlatformIncident.class,
                        reported(null, false)),
                new Golden(
                        "alert-delivered.v1.json",
                        "alert.v1",
                        AlertOutcome.class,
                        new AlertOutcome.Delivered(message, AT, 1)),
                new Golden(
                        "alert-gave-up.v1.json",
                        "alert.v1",
                        AlertOutcome.class,
                        new AlertOutcome.GaveUp(message, AT, 40, "the webhook was revoked")));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void todaysCodeReadsYesterdaysFile(Golden golden) throws IOException {
        assertThat(EventJson.read(resource("/golden/" + golden.file()), golden.type()))
                .isEqualTo(golden.event());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void todaysCodeWritesWhatYesterdaysReadersExpect(Golden golden) throws IOException {
        assertThat(JSON.readTree(EventJson.write(golden.event())))
                .isEqualTo(JSON.readTree(resource("/golden/" + golden.file())));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void whatIsWrittenObeysTheSchema(Golden golden) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(resource("/schemas/" + golden.schema() + ".schema.json")));
        JsonNode written = JSON.readTree(EventJson.write(golden.event()));
        assertThat(schema.validate(written)).isEmpty();
    }

    @Test
    void aFieldFromTheFutureIsIgnored() {
        byte[] value =
                "{\"account\":\"tiktok/1\",\"tenant\":\"demo\",\"why\":\"re-test\",\"at\":\"2026-11-22T07:03:00Z\",\"new\":{\"a\":1}}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(EventJson.read(value, PollRequested.class).account()).isEqualTo(AccountKey.parse("tiktok/1"));
    }

    private static PlatformIncident reported(@Nullable String link, boolean open) {
        return new PlatformIncident(
                Platform.TIKTOK,
                "7440000000000000001",
                "Reporting API answers with errors",
                link,
                Instant.parse("2026-11-22T06:40:00Z"),
                open,
                AT);
    }

    private static Incident incident() {
        return incident(null, null);
    }

    private static Incident incident(@Nullable String check, @Nullable String mistakenFor) {
        return new Incident(
                INCIDENT,
                "demo",
                ACCOUNT,
                "Northwind Kids",
                "Northwind Agency",
                CONNECTION,
                Resource.AUTOMATED_RULES,
                Cause.RESOURCE_PERMISSION_MISSING,
                Actor.BUSINESS_ADMIN,
                Severity.WARNING,
                Confidence.CERTAIN,
                AutomaticAction.RETEST_SLOWLY,
                "Automated Rules are not permitted",
                "TikTok refuses this one feature.",
                List.of("Ask a Business Center admin."),
                "Please grant Automated Rules.",
                "https://business-api.tiktok.com/portal/docs?id=1740859313170433",
                "20261122070300ABCDEF",
                "20261122070300ABCDEF",
                List.of("6 other calls for this account work."),
                "40001",
                "No permission to operate advertiser",
                "/open_api/v1.3/optimizer/rule/list/",
                200,
                AT,
                AT,
                1,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                check,
                mistakenFor);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EventContractTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
