package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.status.PlatformIncident;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a platform says of itself stands beside what its answers say.
@SuppressWarnings("NullAway.Init")
class StatusPageTopologyTest {
    private static final String WORD = "TikTok itself reports an incident since 2026-11-22 06:43 UTC: "
            + "\"Reports fail\" (https://business-api.tiktok.com/portal/status).";

    @TempDir
    Path stateDir;

    private final List<Answers> accounts =
            IntStream.range(0, 12).mapToObj(StatusPageTopologyTest::account).toList();
    private Run run;

    @BeforeEach
    void start() {
        run = new Run(stateDir).connect(accounts.toArray(Answers[]::new));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void anAccountsFailureSaysThatThePlatformReportsItItself() {
        reports(Platform.TIKTOK, true);

        assertThat(failingAlone().evidence()).contains(WORD);
    }

    @Test
    void anOutageOfManySaysSoAsWell() {
        reports(Platform.TIKTOK, true);
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.BROKEN));
        run.wait(120);

        Incident outage = run.told().getFirst().incident();
        assertThat(outage.account().isWholePlatform()).isTrue();
        assertThat(outage.evidence()).endsWith(WORD);
    }

    @Test
    void whatIsOverForgottenUnreadableOrAnotherPlatformsSaysNothing() {
        reports(Platform.TIKTOK, false);
        reports(Platform.META, true);
        run.reports("tiktok/broken", "{".getBytes(StandardCharsets.UTF_8));
        run.reports("tiktok/gone", EventJson.write(incident(Platform.TIKTOK, true)));
        run.reports("tiktok/gone", null);

        assertThat(failingAlone().evidence()).noneMatch(sentence -> sentence.contains("itself reports"));
    }

    @Test
    void aFailureThatIsNotThePlatformsSaysNothingOfIt() {
        reports(Platform.TIKTOK, true);
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.NO_PIXEL);

        Incident incident = run.told().getFirst().incident();
        assertThat(incident.cause()).isNotEqualTo(Cause.PLATFORM_ERROR);
        assertThat(incident.evidence()).noneMatch(sentence -> sentence.contains("itself reports"));
    }

    private Incident failingAlone() {
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN).wait(31);
        Incident incident = run.told().getFirst().incident();
        assertThat(incident.cause()).isEqualTo(Cause.PLATFORM_ERROR);
        return incident;
    }

    private void reports(Platform platform, boolean open) {
        PlatformIncident incident = incident(platform, open);
        run.reports(incident.key(), EventJson.write(incident));
    }

    private static PlatformIncident incident(Platform platform, boolean open) {
        return new PlatformIncident(
                platform,
                "i-1",
                "Reports fail",
                "https://business-api.tiktok.com/portal/status",
                Run.START.minus(Duration.ofMinutes(20)),
                open,
                Run.START);
    }

    private static Answers account(int number) {
        UUID connection = new UUID(0, number % 3);
        return new Answers(Integer.toString(7000 + number), "tenant-" + number % 3, new ConnectionId(connection));
    }
}
