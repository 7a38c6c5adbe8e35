package io.adskull.classifier.incident;

import static io.adskull.classifier.incident.Scene.told;
import static io.adskull.classifier.incident.SimpleDiagnoses.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Remediation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisconnectTest {
    private final Scene scene = Scene.connected();

    @Test
    void aDisconnectResolvesWhatIsOpen() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");
        scene.answer("07:03:01", Resource.PIXELS, "INVALID_REQUEST");

        List<Remediation> told = scene.disconnect("07:10:00");

        assertThat(told(told)).containsExactly("RESOLVED TOKEN_INVALID ACCOUNT", "RESOLVED INVALID_REQUEST PIXELS");
        assertThat(told).allSatisfy(each -> assertThat(((Remediation.Resolved) each).reason())
                .isEqualTo("The account was disconnected."));
    }

    @Test
    void answersThatWereOnTheirWayRaiseNoAlarm() {
        scene.disconnect("07:10:00");

        assertThat(scene.answer("07:10:02", Resource.ADS, "TOKEN_INVALID")).isEmpty();
    }

    @Test
    void anHourLaterTheAccountIsForgottenAltogether() {
        scene.disconnect("07:10:00");

        assertThat(scene.wait("08:10:00")).isEmpty();
        assertThat(scene.state()).isEmpty();
    }

    @Test
    void aReconnectedAccountIsWatchedAgain() {
        scene.disconnect("07:10:00");
        scene.connect(Scene.TENANT, "Northwind Kids");

        assertThat(told(scene.answer("07:11:00", Resource.ADS, "TOKEN_INVALID")))
                .containsExactly("OPENED TOKEN_INVALID ACCOUNT");
    }

    @Test
    void aTombstoneForAnUnknownAccountIsNothing() {
        assertThat(new Scene().disconnect("07:10:00")).isEmpty();
    }

    @Test
    void newDetailsOfAnAccountKeepItsIncidents() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(scene.connect(Scene.TENANT, "Northwind Children")).isEmpty();
        assertThat(scene.open()).hasSize(1);
        assertThat(told(scene.answer("07:08:00", Resource.ADS, "TOKEN_INVALID")))
                .containsExactly("UPDATED TOKEN_INVALID ACCOUNT");
        assertThat(scene.open().getFirst().accountName()).isEqualTo("Northwind Children");
    }

    @Test
    void anAccountThatMovesToAnotherTenantTakesNothingAlong() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");
        scene.answer("07:03:01", Resource.PIXELS, OK);

        List<Remediation> told = scene.connect("another", "Northwind Kids");

        assertThat(told(told)).containsExactly("RESOLVED TOKEN_INVALID ACCOUNT");
        assertThat(told.getFirst().incident().tenant()).isEqualTo(Scene.TENANT);
        assertThat(scene.open()).isEmpty();
    }
}
