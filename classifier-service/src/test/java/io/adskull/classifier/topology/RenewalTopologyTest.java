package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A renewal works, may work later, or is refused for good; and it is tried once for the same refusals.
@SuppressWarnings("NullAway.Init")
class RenewalTopologyTest {
    private static final String EXPIRED =
            "{\"code\":40102,\"message\":\"Access token is invalid; please refresh token and retry\",\"request_id\":\"r-5\",\"data\":{}}";

    @TempDir
    Path stateDir;

    private final Answers lumen = new Answers("7012345678901234508");
    private Run run;

    @BeforeEach
    void start() {
        run = new Run(stateDir).connect(lumen);
        run.answer(lumen, Resource.ACCOUNT, EXPIRED);
        assertThat(run.told())
                .singleElement()
                .satisfies(opened -> assertThat(opened.incident().actor()).isEqualTo(Actor.AUTOMATIC));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void aRenewalThatHelpsEndsIt() {
        refreshed();
        run.wait(10).answer(lumen, Resource.ACCOUNT, Answers.HEALTHY);

        assertThat(run.said()).containsExactly("RESOLVED TOKEN_EXPIRED tiktok/7012345678901234508");
    }

    @Test
    void aRenewalThatDoesNotHelpIsNotTriedAgainAndNobodyIsSentToTheConsentPage() {
        refreshed();
        run.wait(10).answer(lumen, Resource.ACCOUNT, EXPIRED);

        assertThat(run.told())
                .extracting(told -> told.incident().cause())
                .containsExactly(Cause.TOKEN_EXPIRED, Cause.UNKNOWN);
        run.wait(60).answer(lumen, Resource.ACCOUNT, EXPIRED).wait(60);
        refreshed();
        run.wait(60).answer(lumen, Resource.ACCOUNT, EXPIRED);
        assertThat(run.said()).as("no second renewal is asked for").isEmpty();
    }

    @Test
    void anAnswerThatWasUnderWayDuringTheRenewalSaysNothing() {
        refreshed();
        run.wait(2).answer(lumen, Resource.CAMPAIGNS, EXPIRED);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void aLaterEndOfTheNewTokenIsRenewedAsUsual() {
        refreshed();
        run.wait(10).answer(lumen, Resource.ACCOUNT, Answers.HEALTHY).wait(7200);
        run.told();

        run.answer(lumen, Resource.ACCOUNT, EXPIRED);

        assertThat(run.said()).containsExactly("OPENED TOKEN_EXPIRED tiktok/7012345678901234508");
    }

    @Test
    void aRenewalThatMayWorkLaterChangesNothing() {
        run.credential(
                lumen.connection(),
                new CredentialChange.RefreshFailed(
                        lumen.connection(), Platform.TIKTOK, "demo", run.now(), "the platform was away"));
        run.wait(10).answer(lumen, Resource.ACCOUNT, EXPIRED);

        assertThat(run.said()).isEmpty();
    }

    @Test
    void aRenewalThatIsRefusedForGoodIsToldToThePerson() {
        run.wait(5);
        run.credential(
                lumen.connection(),
                new CredentialChange.ReconnectRequired(
                        lumen.connection(), Platform.TIKTOK, "demo", run.now(), "refused"));

        Incident incident = run.told().getLast().incident();
        assertThat(incident.cause()).isEqualTo(Cause.REFRESH_TOKEN_INVALID);
        assertThat(incident.actor()).isEqualTo(Actor.ACCOUNT_USER);
        assertThat(incident.steps().getFirst()).contains("Reconnect", "Northwind Agency");
        run.wait(60).answer(lumen, Resource.ACCOUNT, Answers.HEALTHY);
        assertThat(run.said()).containsExactly("RESOLVED REFRESH_TOKEN_INVALID tiktok/7012345678901234508");
    }

    private void refreshed() {
        run.wait(5);
        run.credential(
                lumen.connection(),
                new CredentialChange.Refreshed(lumen.connection(), Platform.TIKTOK, "demo", run.now(), null));
    }
}
