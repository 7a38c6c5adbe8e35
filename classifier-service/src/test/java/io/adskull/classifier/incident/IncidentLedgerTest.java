package io.adskull.classifier.incident;

import static io.adskull.classifier.incident.Scene.told;
import static io.adskull.classifier.incident.SimpleDiagnoses.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentLedgerTest {
    private final Scene scene = Scene.connected();

    @Test
    void aHealthyAccountIsSilent() {
        assertThat(scene.answer("07:00:00", Resource.ACCOUNT, OK)).isEmpty();
        assertThat(scene.answer("07:05:00", Resource.ACCOUNT, OK)).isEmpty();
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void aRevokedTokenIsToldAtOnce() {
        List<Remediation> told = scene.answer("answer-7", "07:03:00", Resource.CAMPAIGNS, "TOKEN_INVALID");

        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).isInstanceOf(Remediation.Opened.class);
        Incident incident = told.getFirst().incident();
        assertThat(incident.id())
                .isEqualTo(IncidentId.of(Scene.ACCOUNT, Cause.TOKEN_INVALID, Resource.ACCOUNT, "answer-7"));
        assertThat(incident.accountName()).isEqualTo("Northwind Kids");
        assertThat(incident.businessName()).isEqualTo("Northwind Agency");
        assertThat(incident.logId()).isEqualTo("log-answer-7");
        assertThat(incident.endpoint()).isEqualTo("/campaigns/get/");
        assertThat(incident.traceId()).isEqualTo(Scene.TRACE);
        assertThat(incident.openedAt()).isEqualTo(Scene.at("07:03:00"));
        assertThat(incident.occurrences()).isEqualTo(1);
    }

    @Test
    void aRevokedTokenIsOneIncidentHoweverManyCallsFail() {
        List<Remediation> told = new ArrayList<>(scene.answer("07:03:00", Resource.CAMPAIGNS, "TOKEN_INVALID"));
        told.addAll(scene.answer("07:03:01", Resource.ADS, "TOKEN_INVALID"));
        told.addAll(scene.answer("07:03:02", Resource.PIXELS, "TOKEN_INVALID"));

        assertThat(told(told)).containsExactly("OPENED TOKEN_INVALID ACCOUNT");
        assertThat(scene.open())
                .singleElement()
                .extracting(Incident::occurrences)
                .isEqualTo(3L);
    }

    @Test
    void aMissingPermissionIsOneIncidentForEachResource() {
        assertThat(told(scene.answer("07:03:00", Resource.PIXELS, "RESOURCE_PERMISSION_MISSING")))
                .containsExactly("OPENED RESOURCE_PERMISSION_MISSING PIXELS");
        assertThat(told(scene.answer("07:03:01", Resource.ADS, "RESOURCE_PERMISSION_MISSING")))
                .containsExactly("OPENED RESOURCE_PERMISSION_MISSING ADS");
    }

    @Test
    void anIncidentIsOverWhenTheLastOfItsCallsWorksAgain() {
        scene.answer("07:03:00", Resource.CAMPAIGNS, "TOKEN_INVALID");
        scene.answer("07:03:01", Resource.ADS, "TOKEN_INVALID");

        assertThat(scene.answer("07:08:00", Resource.CAMPAIGNS, OK)).isEmpty();
        List<Remediation> told = scene.answer("07:08:01", Resource.ADS, OK);

        assertThat(told(told)).containsExactly("RESOLVED TOKEN_INVALID ACCOUNT");
        assertThat(told.getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Remediation.Resolved.class))
                .extracting(Remediation.Resolved::reason)
                .isEqualTo("The platform answered normally again at 07:08 UTC when asked for Ads.");
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void aSecondFailureAfterAResolutionIsAnIncidentOfItsOwn() {
        Remediation first =
                scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID").getFirst();
        scene.answer("07:08:00", Resource.ADS, OK);

        Remediation second =
                scene.answer("07:13:00", Resource.ADS, "TOKEN_INVALID").getFirst();

        assertThat(second).isInstanceOf(Remediation.Opened.class);
        assertThat(second.incident().id()).isNotEqualTo(first.incident().id());
    }

    @Test
    void repeatsOnlyCountAndAreToldAtTenHundredAndThousand() {
        List<Remediation> told = new ArrayList<>();
        Instant start = Scene.at("00:00:00");
        for (int i = 1; i <= 1000; i++) {
            Instant at = start.plusSeconds(i);
            told.addAll(
                    scene.answer(Scene.response("repeat-" + i, at, Resource.ADS, "/ad/get/", "BILLING_REQUIRED"), at));
        }

        assertThat(told(told))
                .containsExactly(
                        "OPENED BILLING_REQUIRED ACCOUNT",
                        "UPDATED BILLING_REQUIRED ACCOUNT",
                        "UPDATED BILLING_REQUIRED ACCOUNT",
                        "UPDATED BILLING_REQUIRED ACCOUNT");
        assertThat(told.stream().map(each -> each.incident().occurrences())).containsExactly(1L, 10L, 100L, 1000L);
        assertThat(told.getLast().incident().logId()).isEqualTo("log-repeat-1000");
        assertThat(told.stream().map(each -> each.envelope("/c").id())).doesNotHaveDuplicates();
    }

    @Test
    void aChangedDiagnosisIsToldOnce() {
        scene.answer("07:03:00", Resource.ADS, "ACCOUNT_DISABLED/suspended");

        assertThat(told(scene.answer("07:08:00", Resource.ADS, "ACCOUNT_DISABLED/closed")))
                .containsExactly("UPDATED ACCOUNT_DISABLED ACCOUNT");
        assertThat(scene.answer("07:13:00", Resource.ADS, "ACCOUNT_DISABLED/closed"))
                .isEmpty();
    }

    @Test
    void callsThatSayTheSameThingDifferentlyDoNotChangeTheIncidentInTurns() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID/one");

        assertThat(scene.answer("07:03:01", Resource.PIXELS, "TOKEN_INVALID/another"))
                .isEmpty();
        assertThat(scene.answer("07:08:00", Resource.ADS, "TOKEN_INVALID/one")).isEmpty();
        assertThat(scene.answer("07:08:01", Resource.PIXELS, "TOKEN_INVALID/another"))
                .isEmpty();
        assertThat(scene.open()).singleElement().extracting(Incident::title).isEqualTo("TOKEN_INVALID by rule one");
    }

    @Test
    void aCallThatFailsForAnotherReasonLeavesItsOldIncident() {
        scene.answer("07:03:00", Resource.ADS, "RESOURCE_PERMISSION_MISSING");

        List<Remediation> told = scene.answer("07:08:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(told(told))
                .containsExactly("RESOLVED RESOURCE_PERMISSION_MISSING ADS", "OPENED TOKEN_INVALID ACCOUNT");
        assertThat(told.getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Remediation.Resolved.class))
                .extracting(Remediation.Resolved::reason)
                .isEqualTo("Another problem took its place: TOKEN_INVALID by rule first");
    }

    @Test
    void anIncidentWithOtherFailingCallsStaysWhenOneLeaves() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");
        scene.answer("07:03:01", Resource.PIXELS, "TOKEN_INVALID");

        assertThat(told(scene.answer("07:08:00", Resource.ADS, "RESOURCE_PERMISSION_MISSING")))
                .containsExactly("OPENED RESOURCE_PERMISSION_MISSING ADS");
        assertThat(scene.open()).hasSize(2);
    }

    @Test
    void aRateLimitNeitherEndsNorReplacesAnotherIncident() {
        scene.answer("07:03:00", Resource.ADS, "RESOURCE_PERMISSION_MISSING");

        assertThat(told(scene.answer("07:08:00", Resource.ADS, "RATE_LIMITED")))
                .containsExactly("OPENED RATE_LIMITED ACCOUNT");
        assertThat(scene.open())
                .extracting(Incident::cause)
                .containsExactly(Cause.RESOURCE_PERMISSION_MISSING, Cause.RATE_LIMITED);

        assertThat(told(scene.answer("07:13:00", Resource.ADS, "RESOURCE_PERMISSION_MISSING")))
                .containsExactly("RESOLVED RATE_LIMITED ACCOUNT");
    }

    @Test
    void whatNobodyUnderstandsReplacesNothing() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(told(scene.answer("07:08:00", Resource.ADS, "UNKNOWN"))).containsExactly("OPENED UNKNOWN ADS");
        assertThat(told(scene.answer("07:13:00", Resource.ADS, "TOKEN_INVALID")))
                .containsExactly("RESOLVED UNKNOWN ADS");
    }

    @Test
    void aHealthyAnswerEndsEveryIncidentOfItsCall() {
        scene.answer("07:03:00", Resource.ADS, "RESOURCE_PERMISSION_MISSING");
        scene.answer("07:08:00", Resource.ADS, "PLATFORM_ERROR");
        scene.wait("07:08:30");

        assertThat(told(scene.answer("07:13:00", Resource.ADS, OK)))
                .containsExactly("RESOLVED RESOURCE_PERMISSION_MISSING ADS", "RESOLVED PLATFORM_ERROR ACCOUNT");
    }

    @Test
    void aCallThatNobodyMakesAnyMoreDoesNotHoldAnIncidentOpenForEver() {
        Instant start = Scene.at("07:00:00");
        scene.answer(Scene.response("a", start, Resource.ADS, "/once/", "INVALID_REQUEST"), start);
        Instant soon = start.plusSeconds(3600);
        assertThat(scene.answer(Scene.response("b", soon, Resource.PIXELS, "/pixel/", OK), soon))
                .isEmpty();

        Instant later = start.plusSeconds(25 * 3600);
        assertThat(told(scene.answer(Scene.response("c", later, Resource.PIXELS, "/pixel/", OK), later)))
                .containsExactly("RESOLVED INVALID_REQUEST ADS");
    }

    @Test
    void manyEndpointsDoNotMakeTheStateGrowWithoutBound() {
        for (int i = 0; i < 300; i++) {
            Instant at = Scene.at("07:00:00").plusSeconds(i);
            scene.answer(
                    Scene.response("id-" + i, at, Resource.ADS, "/ad/" + i, i % 2 == 0 ? OK : "TOKEN_INVALID"), at);
        }

        assertThat(scene.state().orElseThrow())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(AccountState.Watched.class))
                .satisfies(watched -> {
                    assertThat(watched.calls()).hasSizeLessThanOrEqualTo(LedgerPage.MAX_CALLS);
                    assertThat(watched.incidents().getFirst().failing())
                            .hasSizeLessThanOrEqualTo(OpenIncident.MAX_FAILING);
                });
    }

    @Test
    void anAnswerForAnotherTenantIsRefused() {
        scene.connect("someone-else", "Northwind Kids");

        assertThatThrownBy(() -> scene.answer("07:03:00", Resource.ADS, OK))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("ce_tenant");
    }

    @Test
    void anAnswerFromTheFutureIsRefusedBecauseItWouldSilenceTheCall() {
        var response = Scene.response("f", Scene.at("07:00:00").plusSeconds(7200), Resource.ADS, "/ad/", OK);

        assertThatThrownBy(() -> scene.answer(response, Scene.at("07:00:00")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("future");
    }

    @Test
    void anAccountNobodyToldAboutIsCalledByItsId() {
        Scene unknown = new Scene();

        Remediation opened =
                unknown.answer("07:03:00", Resource.ADS, "TOKEN_INVALID").getFirst();

        assertThat(opened.incident().accountName()).isEqualTo("7012345678901234503");
        assertThat(opened.incident().businessName()).isNull();
    }
}
