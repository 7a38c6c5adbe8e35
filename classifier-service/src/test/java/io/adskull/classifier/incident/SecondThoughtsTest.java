package io.adskull.classifier.incident;

import static io.adskull.classifier.incident.Scene.told;
import static io.adskull.classifier.incident.SimpleDiagnoses.OK;
import static io.adskull.classifier.incident.SimpleDiagnoses.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Remediation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Evidence that comes after the decision and contradicts it.
class SecondThoughtsTest {
    private final Scene scene = Scene.connected();

    @Test
    void anAccountThatTurnsOutToBeVisibleChangesTheCause() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.wait("07:03:10");

        assertThat(scene.answer("07:04:00", Resource.CAMPAIGNS, OK)).isEmpty();
        List<Remediation> told = scene.wait("07:04:30");

        assertThat(told(told))
                .containsExactly(
                        "RESOLVED ACCOUNT_ACCESS_MISSING ACCOUNT",
                        "OPENED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
        assertThat(scene.wait("07:10:00")).isEmpty();
    }

    @Test
    void anAccountThatComesBackIsNotTakenForOneWithAMissingPermission() {
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.wait("07:03:10");

        assertThat(scene.answer("07:04:00", Resource.CAMPAIGNS, OK)).isEmpty();
        assertThat(scene.wait("07:04:12")).isEmpty();

        assertThat(told(scene.answer("07:04:13", Resource.AUTOMATED_RULES, OK)))
                .containsExactly("RESOLVED ACCOUNT_ACCESS_MISSING ACCOUNT");
        assertThat(scene.wait("07:10:00")).isEmpty();
    }

    @Test
    void anAccountThatTurnsOutToBeGoneChangesTheCause() {
        scene.answer("07:02:30", Resource.CAMPAIGNS, OK);
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);

        scene.answer("07:03:01", Resource.ACCOUNT, "ACCOUNT_ACCESS_MISSING");
        List<Remediation> told = scene.wait("07:03:11");

        assertThat(told(told)).containsExactly("RESOLVED RESOURCE_PERMISSION_MISSING AUTOMATED_RULES");
        assertThat(scene.open()).singleElement().satisfies(open -> assertThat(open.occurrences())
                .isEqualTo(2));
    }

    @Test
    void evidenceThatIsTakenBackWithinTheGraceChangesNothing() {
        scene.answer("07:02:30", Resource.CAMPAIGNS, OK);
        scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED);
        scene.answer("07:03:01", Resource.ACCOUNT, "ACCOUNT_ACCESS_MISSING");
        scene.answer("07:03:02", Resource.ADS, OK);

        assertThat(scene.wait("07:03:30")).isEmpty();
    }

    @Test
    void anAccountThatIsRefusedWhileItsCampaignsAreShownDoesNotFlap() {
        scene.answer("07:00:00", Resource.ACCOUNT, "RESOURCE_PERMISSION_MISSING");
        scene.answer("07:00:01", Resource.CAMPAIGNS, OK);
        scene.answer("07:00:02", Resource.AUTOMATED_RULES, REFUSED);

        List<Remediation> told = new ArrayList<>();
        for (int minute = 10; minute < 50; minute += 5) {
            told.addAll(scene.answer("07:" + minute + ":00", Resource.ACCOUNT, "RESOURCE_PERMISSION_MISSING"));
            told.addAll(scene.wait("07:" + minute + ":20"));
            told.addAll(scene.answer("07:" + minute + ":30", Resource.CAMPAIGNS, OK));
            told.addAll(scene.answer("07:" + minute + ":31", Resource.AUTOMATED_RULES, REFUSED));
            told.addAll(scene.wait("07:" + minute + ":50"));
        }

        assertThat(told(told)).allMatch(each -> each.startsWith("UPDATED"));
        assertThat(scene.open()).hasSize(2);
    }

    @Test
    void changingTheMindTwiceNeverReusesAnIncidentsId() {
        List<Remediation> told = new ArrayList<>(scene.answer("07:03:00", Resource.AUTOMATED_RULES, REFUSED));
        told.addAll(scene.wait("07:03:10"));
        told.addAll(scene.answer("07:04:00", Resource.CAMPAIGNS, OK));
        told.addAll(scene.wait("07:04:30"));
        told.addAll(scene.answer("07:05:00", Resource.CAMPAIGNS, "TOKEN_INVALID"));
        told.addAll(scene.answer("07:05:01", Resource.ACCOUNT, "ACCOUNT_ACCESS_MISSING"));
        told.addAll(scene.wait("07:05:20"));

        List<String> opened = told.stream()
                .filter(Remediation.Opened.class::isInstance)
                .map(each -> each.incident().id().toString())
                .toList();
        assertThat(opened).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }
}
