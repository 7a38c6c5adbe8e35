package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One cause that many meet is one incident, and none of an advertiser's.
@SuppressWarnings("NullAway.Init")
class WideFailureTopologyTest {
    private static final String OUR_SECRET =
            "{\"code\":40110,\"message\":\"app_id or secret is incorrect\",\"request_id\":\"r-6\",\"data\":{}}";
    private static final String EVERYWHERE = "tiktok/~platform";

    @TempDir
    Path stateDir;

    private final List<Answers> accounts =
            IntStream.range(0, 12).mapToObj(WideFailureTopologyTest::account).toList();
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
    void aFaultOfOurAppIsOneIncidentForTheOperatorsAndNoneOfAnAdvertiser() {
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, OUR_SECRET));

        List<Remediation> told = run.told();
        Incident first = told.getFirst().incident();
        assertThat(first.cause()).isEqualTo(Cause.APP_CREDENTIALS_INVALID);
        assertThat(first.actor()).isEqualTo(Actor.DEVELOPER);
        assertThat(first.tenant()).isEqualTo(Incident.OPERATORS);
        assertThat(told).extracting(each -> each.incident().id()).containsOnly(first.id());
        assertThat(told)
                .extracting(each -> each.incident().account().toString())
                .containsOnly(EVERYWHERE);
        assertThat(told)
                .hasSize(2)
                .last()
                .isInstanceOf(Remediation.Updated.class)
                .satisfies(tenth ->
                        assertThat(tenth.incident().evidence().getLast()).isEqualTo("10 accounts meet it."));
    }

    @Test
    void aFaultOfOurAppIsOverWhenTheLastAccountWorksAgain() {
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, OUR_SECRET));
        run.told();
        run.wait(60);
        accounts.subList(1, 12).forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.HEALTHY));
        assertThat(run.said()).isEmpty();

        run.disconnect(accounts.getFirst());

        assertThat(run.said()).containsExactly("RESOLVED APP_CREDENTIALS_INVALID " + EVERYWHERE);
    }

    @Test
    void aFaultOfOurAppEndsNoIncidentOfAnAccount() {
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.NO_PIXEL);
        run.told();

        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, OUR_SECRET);

        assertThat(run.said()).containsExactly("OPENED APP_CREDENTIALS_INVALID " + EVERYWHERE);
    }

    @Test
    void oneAccountThatFailsAloneHasAnIncidentOfItsOwnAfterAWhile() {
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN).wait(29);
        assertThat(run.said()).isEmpty();

        run.wait(2);

        assertThat(run.said())
                .containsExactly("OPENED PLATFORM_ERROR " + accounts.getFirst().key());
    }

    @Test
    void aFailureThatHealsInTheMeantimeIsNoIncident() {
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN).wait(10);
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.HEALTHY).wait(60);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void manyAccountsThatFailAlikeAreOneIncidentOfThePlatform() {
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.BROKEN));
        run.wait(120);

        Remediation told = run.told().getFirst();
        assertThat(told).isInstanceOf(Remediation.Opened.class);
        assertThat(told.incident().account()).hasToString(EVERYWHERE);
        assertThat(told.incident().cause()).isEqualTo(Cause.PLATFORM_ERROR);
        assertThat(told.incident().actor()).isEqualTo(Actor.PLATFORM);
        assertThat(told.incident().evidence().getLast())
                .isEqualTo("10 of 10 accounts that were answered within 120 seconds fail alike, of 3 customers.");
        assertThat(run.said()).isEmpty();
    }

    @Test
    void anIncidentThatAnAccountHadAlreadyBecomesPartOfThePlatforms() {
        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN).wait(31);
        run.told();
        accounts.subList(1, 12).forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.BROKEN));

        List<Remediation> told = run.told();
        Remediation.Resolved part = told.stream()
                .filter(each -> each instanceof Remediation.Resolved)
                .map(Remediation.Resolved.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(part.incident().account()).hasToString(accounts.getFirst().key());
        assertThat(part.reason())
                .isEqualTo("TikTok fails for many accounts: this is part of incident "
                        + told.getFirst().incident().id() + ".");
        run.wait(60)
                .answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN)
                .wait(60);
        assertThat(run.told())
                .allSatisfy(each -> assertThat(each.incident().account()).hasToString(EVERYWHERE));
    }

    @Test
    void theOutageIsOverWhenAnswersWorkAndWhoStillFailsHasAnIncidentOfItsOwn() {
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.BROKEN));
        run.told();
        run.wait(300);
        accounts.subList(1, 12).forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.HEALTHY));
        assertThat(run.said()).containsExactly("RESOLVED PLATFORM_ERROR " + EVERYWHERE);

        run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.BROKEN).wait(31);

        assertThat(run.said())
                .containsExactly("OPENED PLATFORM_ERROR " + accounts.getFirst().key());
    }

    @Test
    void manyAccountsOfOneCustomerAreNoOutage() {
        for (Answers account : accounts) {
            Answers own = new Answers(account.key().substring("tiktok/".length()) + "9", "one", Answers.AGENCY);
            run.connect(own);
            run.answer(own, Resource.CAMPAIGNS, Answers.BROKEN);
        }
        run.wait(31);

        assertThat(run.told())
                .hasSize(12)
                .noneMatch(told -> told.incident().account().isWholePlatform());
    }

    @Test
    void aFewThatFailAmongManyThatWorkAreNoOutage() {
        for (int i = 0; i < 40; i++) {
            Answers healthy = account(100 + i);
            run.connect(healthy);
            run.answer(healthy, Resource.CAMPAIGNS, Answers.HEALTHY);
        }
        accounts.forEach(account -> run.answer(account, Resource.CAMPAIGNS, Answers.BROKEN));
        run.wait(31);

        assertThat(run.told())
                .hasSize(12)
                .noneMatch(told -> told.incident().account().isWholePlatform());
    }

    @Test
    void anAccountInOrderSpeaksOnceAMinute() {
        for (int second = 0; second < 60; second++) {
            run.answer(accounts.getFirst(), Resource.CAMPAIGNS, Answers.HEALTHY).wait(1);
        }

        assertThat(run.written("t.platform-words")).isEqualTo(1);
        assertThat(run.written("t.connection-words")).isEqualTo(1);
    }

    private static Answers account(int number) {
        UUID connection = new UUID(0, number % 3);
        return new Answers(Integer.toString(7000 + number), "tenant-" + number % 3, new ConnectionId(connection));
    }
}
