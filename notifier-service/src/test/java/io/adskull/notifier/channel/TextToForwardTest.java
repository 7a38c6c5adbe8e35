package io.adskull.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextToForwardTest {

    @Test
    void whoNeverHeardOfAdSkullReadsWhatIsWrongWithWhichAccountAndWhatToDo() {
        String text = textOf(Incidents.suspended()
                        .withSteps(List.of(
                                "Sign in at TikTok Ads Manager as an admin and open Northwind Beauty.",
                                "If the wrong login was used, open Northwind Beauty in AdSkull and press Reconnect.",
                                "Wait a few minutes, then press Re-test in AdSkull."))
                        .incident())
                .orElseThrow();

        assertThat(text).isEqualTo("""
                Hello, AdSkull watches our ad accounts and shows this: TikTok has suspended Northwind Beauty. The ad\
                 account's status is STATUS_LIMIT. Campaigns do not deliver while it is suspended.

                Ad account: Northwind Beauty (TikTok account 7012345678901234505)
                Business: Northwind Agency

                Could you please:
                1. Sign in at TikTok Ads Manager as an admin and open Northwind Beauty.
                2. Wait a few minutes, then tell me.

                As soon as you tell me, I test it in AdSkull. Thank you!""");
    }

    @Test
    void whatTheCatalogueWroteForThemComesFirst() {
        assertThat(textOf(Incidents.automatedRulesPermissionMissing().incident()))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("Hello,\nour tool lost access to Automated Rules")
                        .containsSubsequence(
                                "Ad account: Northwind Kids (TikTok account", "Step by step:\n1. Ask an admin"));
    }

    @Test
    void whereTheReaderHasToLookFirstTheOtherReadsOnlyWhatWasWrittenForThem() {
        assertThat(textOf(Incidents.suspended()
                        .withForwardable("Hello, could you add our login?")
                        .withSteps(List.of(
                                "Sign in at ads.x.com with the login that connected Northwind Agency, and look.",
                                "Wait a few minutes, then press Re-test in AdSkull."))
                        .incident()))
                .hasValue("""
                        Hello, could you add our login?

                        Ad account: Northwind Beauty (TikTok account 7012345678901234505)
                        Business: Northwind Agency

                        As soon as you tell me, I test it in AdSkull. Thank you!""");
    }

    @Test
    void whoeverPaysIsAskedAsWell() {
        assertThat(textOf(Incidents.suspended().withActor(Actor.BILLING_OWNER).incident()))
                .isPresent();
    }

    @Test
    void thereIsNothingToForwardWhereTheReaderActsOrNobody() {
        assertThat(textOf(Incidents.revokedToken().incident())).isEmpty();
        assertThat(textOf(Incidents.rateLimited().incident())).isEmpty();
        assertThat(textOf(Incidents.invalidRequest().incident())).isEmpty();
    }

    @Test
    void whatManyAccountsNeedIsAskedForAtOnce() {
        assertThat(TextToForward.of(Incidents.together(Incidents.others(2))))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("The same is needed for: Northwind Shop 1 (7012345678901250001), Northwind Shop 2"));
    }

    private static Optional<String> textOf(Incident incident) {
        return TextToForward.of(new Alert.Opened(incident));
    }
}
