package io.adskull.classifier.incident;

import static io.adskull.classifier.incident.Scene.told;
import static io.adskull.classifier.incident.SimpleDiagnoses.OK;
import static io.adskull.classifier.incident.SimpleDiagnoses.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Failures whose cause only the account's other calls can tell: wrong advice is worse than none.
class HeldBackTest {
    private final Scene scene = Scene.connected();

    @Test
    void aRefusalIsDecidedAtOnceWhenAnotherCallJustWorked() {
        scene.answer("07:03:00", Resource.ACCOUNT, OK);
        scene.answer("07:03:01", Resource.CAMPAIGNS, OK);

        List<Remediation> told = scene.answer("07:03:02", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(told(told)).containsExactly("OPENED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
        assertThat(told.getFirst().incident().evidence())
                .containsExactly(
                        "The platform said so.",
                        "2 other calls for this account work, for example Campaigns at 07:03 UTC.");
    }

    @Test
    void anAccountThatGoesWhileItsCallsWorkIsOneIncidentAndNotOneForEachFeature() {
        for (Resource resource : List.of(Resource.ACCOUNT, Resource.CAMPAIGNS, Resource.ADS, Resource.PIXELS)) {
            scene.answer("07:03:00", resource, OK);
        }
        scene.answer("07:03:05", Resource.ADS, REFUSED);
        scene.answer("07:03:06", Resource.PIXELS, REFUSED);
        scene.answer("07:03:07", Resource.ACCOUNT, REFUSED);
        scene.answer("07:03:08", Resource.CAMPAIGNS, REFUSED);

        assertThat(told(scene.wait("07:03:15"))).containsExactly("OPENED ACCOUNT_ACCESS_MISSING ACCOUNT");
        assertThat(scene.wait("07:05:00")).isEmpty();
        assertThat(scene.open()).hasSize(1);
    }

    @Test
    void aFeatureThatGoesWhileTheAccountStaysIsToldWhenTheAccountWasAskedAgain() {
        for (Resource resource : List.of(Resource.ACCOUNT, Resource.CAMPAIGNS, Resource.ADS)) {
            scene.answer("07:03:00", resource, OK);
        }
        assertThat(scene.answer("07:03:05", Resource.ADS, REFUSED)).isEmpty();

        assertThat(told(scene.answer("07:03:06", Resource.ACCOUNT, OK)))
                .containsExactly("OPENED RESOURCE_PERMISSION_MISSING ADS");
    }

    @Test
    void aRefusalWithoutEvidenceWaitsForAnotherAnswer() {
        assertThat(scene.answer("answer-1", "07:03:00", Resource.AUTOMATED_RULES, REFUSED))
                .isEmpty();

        List<Remediation> told = scene.answer("07:03:01", Resource.ACCOUNT, OK);

        assertThat(told(told)).containsExactly("OPENED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
        Incident incident = told.getFirst().incident();
        assertThat(incident.id())
                .isEqualTo(IncidentId.of(
                        Scene.ACCOUNT, Cause.RESOURCE_PERMISSION_MISSING, Resource.AUTOMATED_RULES, "answer-1"));
        assertThat(incident.traceId()).isEqualTo(Scene.TRACE);
        assertThat(incident.occurrences()).isEqualTo(1);
        assertThat(scene.wait("07:30:00")).isEmpty();
    }

    @Test
    void aRefusalIsDecidedWithWhatIsKnownWhenTheGraceIsOver() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(scene.wait("07:03:09")).isEmpty();
        assertThat(told(scene.wait("07:03:10"))).containsExactly("OPENED ACCOUNT_ACCESS_MISSING ACCOUNT");
        assertThat(scene.wait("07:03:30")).isEmpty();
    }

    @Test
    void whatWorkedAWhileAgoCountsOnlyWhenNothingNewerComes() {
        scene.answer("07:00:00", Resource.CAMPAIGNS, OK);

        assertThat(scene.answer("07:20:00", Resource.AUTOMATED_RULES, REFUSED)).isEmpty();
        assertThat(told(scene.wait("07:20:10"))).containsExactly("OPENED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
    }

    @Test
    void whatWorkedLongAgoSaysNothing() {
        scene.answer("07:00:00", Resource.CAMPAIGNS, OK);
        scene.answer("07:40:00", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(told(scene.wait("07:40:10"))).containsExactly("OPENED ACCOUNT_ACCESS_MISSING ACCOUNT");
    }

    @Test
    void aRateLimitElsewhereIsNoEvidence() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(told(scene.answer("07:03:01", Resource.ACCOUNT, "RATE_LIMITED")))
                .containsExactly("OPENED RATE_LIMITED ACCOUNT");
    }

    @Test
    void anAccountThatIsRefusedEverywhereIsOneIncident() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.answer("07:03:03", Resource.CAMPAIGNS, REFUSED);
        scene.answer("07:03:05", Resource.ACCOUNT, REFUSED);

        assertThat(told(scene.wait("07:03:10"))).containsExactly("OPENED ACCOUNT_ACCESS_MISSING ACCOUNT");
        assertThat(scene.open())
                .singleElement()
                .extracting(Incident::occurrences)
                .isEqualTo(3L);
        assertThat(scene.wait("07:04:00")).isEmpty();
    }

    @Test
    void aDisabledAccountIsVisibleAllTheSame() {
        scene.answer("07:03:00", Resource.ACCOUNT, "ACCOUNT_DISABLED");

        assertThat(told(scene.answer("07:03:01", Resource.AUTOMATED_RULES, REFUSED)))
                .containsExactly("OPENED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
    }

    @Test
    void aSuccessBeforeTheGraceIsOverMeansThatNobodyIsToldAnything() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.answer("07:03:05", Resource.AUTOMATED_RULES, OK);

        assertThat(scene.wait("07:03:30")).isEmpty();
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void repeatedRefusalsDoNotPutTheDecisionOff() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.answer("07:03:08", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(scene.wait("07:03:10")).hasSize(1);
    }

    @Test
    void missingEvidenceDoesNotChangeWhatEvidenceDecided() {
        scene.answer("07:03:00", Resource.ACCOUNT, OK);
        scene.answer("07:03:01", Resource.AUTOMATED_RULES, REFUSED);

        assertThat(scene.answer("08:30:00", Resource.AUTOMATED_RULES, REFUSED)).isEmpty();
        assertThat(scene.wait("08:30:30")).isEmpty();
        assertThat(scene.open()).singleElement().satisfies(incident -> {
            assertThat(incident.cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
            assertThat(incident.occurrences()).isEqualTo(2);
        });
    }

    @Test
    void anAnswerTooLongToBeKeptIsDecidedAtOnce() {
        Instant at = Scene.at("07:03:00");

        assertThat(told(scene.answer(
                        Scene.response("a", at, Resource.ADS, "/ad/", REFUSED + " " + "x".repeat(10_000)), at)))
                .containsExactly("OPENED ACCOUNT_ACCESS_MISSING ACCOUNT");
    }
}
