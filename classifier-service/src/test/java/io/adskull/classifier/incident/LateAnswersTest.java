package io.adskull.classifier.incident;

import static io.adskull.classifier.incident.Scene.told;
import static io.adskull.classifier.incident.SimpleDiagnoses.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Incident;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private final Scene scene = Scene.connected();

    @Test
    void theSameAnswerTwiceChangesNothing() {
        scene.answer("answer-1", "07:03:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(scene.answer("answer-1", "07:03:00", Resource.ADS, "TOKEN_INVALID"))
                .isEmpty();
        assertThat(scene.open())
                .singleElement()
                .extracting(Incident::occurrences)
                .isEqualTo(1L);
    }

    @Test
    void aFailureOlderThanTheNewestSuccessOpensNothing() {
        scene.answer("07:03:00", Resource.ADS, OK);

        assertThat(scene.answer("07:02:00", Resource.ADS, "TOKEN_INVALID")).isEmpty();
        assertThat(scene.open()).isEmpty();
    }

    @Test
    void aRoutineSuccessIsRememberedToo() {
        scene.answer("07:03:00", Resource.ADS, OK);
        scene.answer("07:03:30", Resource.ADS, OK);

        assertThat(scene.answer("07:03:15", Resource.ADS, "TOKEN_INVALID")).isEmpty();
    }

    @Test
    void aSuccessOlderThanTheNewestFailureResolvesNothing() {
        scene.answer("07:03:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(scene.answer("07:02:00", Resource.ADS, OK)).isEmpty();
        assertThat(scene.open()).hasSize(1);
    }

    @Test
    void lateMeansLateForItsOwnCallOnly() {
        scene.answer("07:03:00", Resource.ADS, OK);

        assertThat(told(scene.answer("07:02:00", Resource.PIXELS, "TOKEN_INVALID")))
                .containsExactly("OPENED TOKEN_INVALID ACCOUNT");
    }

    @Test
    void twoAnswersOfOneMomentAreBothSeen() {
        scene.answer("answer-1", "07:03:00", Resource.ADS, "TOKEN_INVALID");

        assertThat(told(scene.answer("answer-2", "07:03:00", Resource.ADS, OK)))
                .containsExactly("RESOLVED TOKEN_INVALID ACCOUNT");
    }
}
