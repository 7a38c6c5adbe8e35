package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is told to connect again because of one answer.
@SuppressWarnings("NullAway.Init")
class ConfirmationTopologyTest {
    @TempDir
    Path stateDir;

    private final Answers travel = new Answers("7012345678901234507");
    private final Answers kids = new Answers("7012345678901234503");
    private Run run;

    @BeforeEach
    void start() {
        run = new Run(stateDir).connect(travel);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void oneRefusalIsAskedAboutAgainAndNobodyIsTold() {
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED);

        assertThat(run.said()).isEmpty();
        run.wait(5);
        assertThat(run.said()).isEmpty();
        assertThat(run.asked())
                .extracting(PollRequested::resource)
                .containsExactly(Resource.CAMPAIGNS, Resource.ACCOUNT);
        run.wait(60);
        assertThat(run.asked()).isEmpty();
    }

    @Test
    void aSecondRefusalIsEnoughWhereNothingElseWorked() {
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).wait(3);
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED);

        Incident incident = run.told().getFirst().incident();
        assertThat(incident.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(incident.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(incident.evidence()).anySatisfy(sentence -> assertThat(sentence)
                .isEqualTo("Asked again, the platform refused the key a second time: at 07:03:00 UTC and at"
                        + " 07:03:03 UTC."));
    }

    @Test
    void whatIsAskedAtOnePathIsToldApartByWhatItIsAbout() {
        Answers shop = Answers.ofGoogle("1234567890");
        String healthy = "{\"results\":[]}";
        run.connect(shop);
        run.answer(shop, Resource.AUDIENCES, Answers.ACTION_NOT_PERMITTED).answer(shop, Resource.ACCOUNT, healthy);
        run.wait(15)
                .answer(shop, Resource.AUDIENCES, Answers.ACTION_NOT_PERMITTED)
                .answer(shop, Resource.ACCOUNT, healthy);
        run.wait(150);

        assertThat(run.said()).containsExactly("OPENED RESOURCE_PERMISSION_MISSING google/1234567890");
        run.answer(shop, Resource.AUDIENCES, healthy);
        assertThat(run.said()).containsExactly("RESOLVED RESOURCE_PERMISSION_MISSING google/1234567890");
    }

    /// What an unclear refusal waited for did not come: from then on it is a refusal like any other, however
    /// often it is repeated meanwhile.
    @Test
    void aRefusalThatEvidenceCouldExplainIsToldWhenAllCallsGoOnBeingRefused() {
        Answers outdoor = Answers.ofX("18ce200008");
        run.connect(outdoor);
        for (int round = 0; round < 8; round++) {
            run.answer(outdoor, Resource.ACCOUNT, Answers.NOT_AUTHENTICATED)
                    .wait(1)
                    .answer(outdoor, Resource.CAMPAIGNS, Answers.NOT_AUTHENTICATED)
                    .wait(1)
                    .answer(outdoor, Resource.ADS, Answers.NOT_AUTHENTICATED)
                    .wait(3);
        }

        assertThat(run.said())
                .startsWith("OPENED TOKEN_INVALID x/18ce200008")
                .filteredOn(said -> said.startsWith("OPENED"))
                .hasSize(1);
    }

    @Test
    void aRefusalThatEvidenceCouldExplainIsToldWhenItIsRepeatedAtTheUsualPaceAsWell() {
        Answers outdoor = Answers.ofX("18ce200008");
        run.connect(outdoor);
        run.answer(outdoor, Resource.ACCOUNT, Answers.NOT_AUTHENTICATED)
                .answer(outdoor, Resource.CAMPAIGNS, Answers.NOT_AUTHENTICATED)
                .wait(11)
                .wait(5);
        assertThat(run.said()).isEmpty();
        assertThat(run.asked()).as("a second answer").isNotEmpty();

        run.answer(outdoor, Resource.ACCOUNT, Answers.NOT_AUTHENTICATED)
                .answer(outdoor, Resource.CAMPAIGNS, Answers.NOT_AUTHENTICATED)
                .wait(5);

        assertThat(run.said()).containsExactly("OPENED TOKEN_INVALID x/18ce200008");
    }

    @Test
    void twoRefusalsAtOnceAreOne() {
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).answer(travel, Resource.CAMPAIGNS, Answers.REVOKED);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void whenTheAccountItselfIsRefusedAsWellTheRestNeedNotBeWaitedFor() {
        run.answer(travel, Resource.ACCOUNT, Answers.HEALTHY)
                .answer(travel, Resource.CAMPAIGNS, Answers.HEALTHY)
                .answer(travel, Resource.AUTOMATED_RULES, Answers.HEALTHY)
                .wait(60);
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).wait(2);
        run.answer(travel, Resource.ACCOUNT, Answers.REVOKED);

        assertThat(run.said()).containsExactly("OPENED TOKEN_INVALID tiktok/7012345678901234507");
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED).wait(200);
        assertThat(run.said()).isEmpty();
    }

    @Test
    void aSecondAnswerThatWorksMeansThatNobodyIsTold() {
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).wait(4);
        run.answer(travel, Resource.CAMPAIGNS, Answers.HEALTHY).wait(300);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void withoutASecondAnswerItIsLikelyAndSaysSo() {
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).wait(119);
        assertThat(run.said()).isEmpty();
        run.wait(2);

        Incident incident = run.told().getFirst().incident();
        assertThat(incident.cause()).isEqualTo(Cause.TOKEN_INVALID);
        assertThat(incident.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(incident.evidence())
                .contains("Asked again, the platform gave no second answer within 120 seconds, so this rests on one.");
    }

    @Test
    void aTokenJustIssuedIsGivenTimeToBecomeKnown() {
        Answers young = new Answers("7012345678901234508");
        run.connect(young.detailsSince(run.now()));
        run.wait(2).answer(young, Resource.CAMPAIGNS, Answers.REVOKED);
        run.wait(3).answer(young, Resource.ACCOUNT, Answers.REVOKED);
        assertThat(run.said()).isEmpty();

        run.wait(14).answer(young, Resource.ACCOUNT, Answers.REVOKED);

        assertThat(run.said()).containsExactly("OPENED TOKEN_INVALID tiktok/7012345678901234508");
    }

    @Test
    void onePathThatRefusesTheKeyWhileOthersTakeItSendsNobodyToTheConsentPage() {
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED).wait(3);
        run.answer(travel, Resource.ACCOUNT, Answers.HEALTHY).answer(travel, Resource.CAMPAIGNS, Answers.HEALTHY);
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED).wait(60);
        assertThat(run.said()).isEmpty();
        run.wait(61);

        Incident incident = run.told().getFirst().incident();
        assertThat(incident.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(incident.actor()).isEqualTo(Actor.DEVELOPER);
        assertThat(incident.check()).isNotNull();
        assertThat(incident.mistakenFor()).isNotNull();
        run.wait(600).answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED).wait(300);
        assertThat(run.said()).isEmpty();
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.HEALTHY);
        assertThat(run.said()).containsExactly("RESOLVED UNKNOWN tiktok/7012345678901234507");
    }

    @Test
    void onePathThatRefusesOnceIsForgotten() {
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED).wait(3);
        run.answer(travel, Resource.ACCOUNT, Answers.HEALTHY).wait(300);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void aRefusalThatAnotherAccountOfTheConnectionMeetsAsWellIsTheKey() {
        run.connect(kids);
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED);
        assertThat(run.said()).isEmpty();

        run.answer(kids, Resource.CAMPAIGNS, Answers.REVOKED);

        assertThat(run.said())
                .containsExactlyInAnyOrder(
                        "OPENED TOKEN_INVALID tiktok/7012345678901234507",
                        "OPENED TOKEN_INVALID tiktok/7012345678901234503");
    }

    @Test
    void oneCallThatRefusesTheKeyOfAllAccountsIsNoReasonToDoubtTheKey() {
        run.connect(kids);
        for (Answers account : new Answers[] {travel, kids}) {
            run.answer(account, Resource.ACCOUNT, Answers.HEALTHY).answer(account, Resource.CAMPAIGNS, Answers.HEALTHY);
        }
        run.wait(60);
        run.answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED)
                .answer(kids, Resource.AUTOMATED_RULES, Answers.REVOKED)
                .wait(3)
                .answer(travel, Resource.AUTOMATED_RULES, Answers.REVOKED)
                .answer(kids, Resource.AUTOMATED_RULES, Answers.REVOKED);
        assertThat(run.said()).isEmpty();
        run.answer(travel, Resource.ACCOUNT, Answers.HEALTHY)
                .answer(kids, Resource.ACCOUNT, Answers.HEALTHY)
                .wait(121);

        assertThat(run.told()).extracting(told -> told.incident().cause()).containsOnly(Cause.UNKNOWN);
    }

    @Test
    void whereOtherAccountsAreAnsweredWithTheSameKeyItIsNoMoreThanLikely() {
        run.connect(kids);
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED).wait(2);
        run.answer(kids, Resource.CAMPAIGNS, Answers.HEALTHY).wait(2);
        run.answer(travel, Resource.CAMPAIGNS, Answers.REVOKED);

        Incident incident = run.told().getFirst().incident();
        assertThat(incident.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(incident.evidence())
                .contains("Another account of the same connection is answered with the same key.");
    }

    @Test
    void aHealthyAccountOfTheConnectionIsAskedBeforeAnybodyIsSentToTheConsentPage() {
        kidsWorkedAMomentAgo();
        refuseTravel().wait(3);
        refuseTravel();

        assertThat(run.said()).isEmpty();
        assertThat(run.asked()).anySatisfy(request -> {
            assertThat(request.account().toString()).isEqualTo(kids.key());
            assertThat(request.resource()).isEqualTo(Resource.ACCOUNT);
        });

        run.answer(kids, Resource.ACCOUNT, Answers.HEALTHY).wait(1);

        assertThat(run.said()).containsExactly("OPENED ACCOUNT_ACCESS_MISSING tiktok/7012345678901234507");
    }

    @Test
    void whoIsAskedButKnowsAlreadyIsNotPolledForIt() {
        kidsWorkedAMomentAgo();
        run.answer(travel, Resource.ACCOUNT, Answers.KEY_REFUSED);
        run.asked();
        run.wait(65).answer(kids, Resource.ACCOUNT, Answers.HEALTHY);
        refuseTravel().wait(3);
        refuseTravel();

        assertThat(run.said()).containsExactly("OPENED ACCOUNT_ACCESS_MISSING tiktok/7012345678901234507");
    }

    @Test
    void whenTheOtherAccountIsRefusedAsWellItIsTheKey() {
        kidsWorkedAMomentAgo();
        refuseTravel().wait(2);
        run.answer(kids, Resource.ACCOUNT, Answers.KEY_REFUSED).answer(kids, Resource.CAMPAIGNS, Answers.KEY_REFUSED);

        assertThat(run.said()).contains("OPENED TOKEN_INVALID tiktok/7012345678901234507");
    }

    @Test
    void anOtherAccountThatDoesNotAnswerIsNotWaitedForLong() {
        kidsWorkedAMomentAgo();
        refuseTravel().wait(3);
        refuseTravel().wait(16);
        assertThat(run.said()).isEmpty();
        run.wait(2);

        assertThat(run.said()).containsExactly("OPENED TOKEN_INVALID tiktok/7012345678901234507");
    }

    /// What a classifier that was away for a while finds: answers of many seconds, all at once.
    @Test
    void refusalsThatAreReadLongAfterTheyCameAreNoReasonToHurry() {
        kidsWorkedAMomentAgo();
        refuseTravel();
        for (int late = 0; late < 20; late += 5) {
            run.answerThatCame(late, travel, Resource.ACCOUNT, Answers.KEY_REFUSED)
                    .answerThatCame(late, travel, Resource.CAMPAIGNS, Answers.KEY_REFUSED);
        }
        assertThat(run.said()).isEmpty();

        run.answerThatCame(20, kids, Resource.ACCOUNT, Answers.HEALTHY);

        assertThat(run.said()).containsExactly("OPENED ACCOUNT_ACCESS_MISSING tiktok/7012345678901234507");
    }

    private void kidsWorkedAMomentAgo() {
        run.connect(kids);
        run.answer(kids, Resource.ACCOUNT, Answers.HEALTHY)
                .answer(kids, Resource.CAMPAIGNS, Answers.HEALTHY)
                .wait(1);
    }

    private Run refuseTravel() {
        return run.answer(travel, Resource.ACCOUNT, Answers.KEY_REFUSED)
                .answer(travel, Resource.CAMPAIGNS, Answers.KEY_REFUSED);
    }
}
