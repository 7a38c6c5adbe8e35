package io.adskull.classifier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Circumstances.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OtherCallsTest {
    private static final Instant EVER = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void nothingIsKnownWhenNothingElseWasAsked() {
        assertThat(visibility(EVER)).isEqualTo(Visibility.UNKNOWN);
    }

    @Test
    void anAccountIsVisibleWhenAnyOtherCallWorks() {
        assertThat(visibility(EVER, works(Resource.PIXELS, "07:00"))).isEqualTo(Visibility.VISIBLE);
    }

    @Test
    void anAccountThatIsRefusedItselfIsHidden() {
        assertThat(visibility(EVER, fails(Resource.ACCOUNT, Cause.ACCOUNT_ACCESS_MISSING, "07:00", "07:00")))
                .isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void aRefusalOutweighsWhatWorkedBeforeIt() {
        assertThat(visibility(
                        EVER,
                        works(Resource.PIXELS, "06:58"),
                        fails(Resource.ACCOUNT, Cause.ACCOUNT_ACCESS_MISSING, "07:00", "07:00")))
                .isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void whatWorksSinceTheRefusalsBeganOutweighsThem() {
        assertThat(visibility(
                        EVER,
                        works(Resource.PIXELS, "06:58"),
                        fails(Resource.ACCOUNT, Cause.RESOURCE_PERMISSION_MISSING, "07:00", "06:00")))
                .isEqualTo(Visibility.VISIBLE);
    }

    @Test
    void anotherResourcesRefusalHidesNothing() {
        assertThat(visibility(EVER, fails(Resource.ADS, Cause.RESOURCE_PERMISSION_MISSING, "07:00", "07:00")))
                .isEqualTo(Visibility.UNKNOWN);
    }

    @Test
    void aRevokedTokenSaysNothingAboutTheAccount() {
        assertThat(visibility(EVER, fails(Resource.ACCOUNT, Cause.TOKEN_INVALID, "07:00", "07:00")))
                .isEqualTo(Visibility.UNKNOWN);
    }

    @Test
    void onlyWhatWasSaidLatelyCounts() {
        assertThat(visibility(at("07:01"), works(Resource.PIXELS, "07:00"))).isEqualTo(Visibility.UNKNOWN);
    }

    @Test
    void aCallIsNoEvidenceForItself() {
        Call call = works(Resource.PIXELS, "07:00");

        assertThat(OtherCalls.than(call.endpoint(), List.of(call)).visibility(EVER))
                .isEqualTo(Visibility.UNKNOWN);
    }

    @Test
    void theSentencesNameAnExampleAndItsTime() {
        var others = new OtherCalls(List.of(
                works(Resource.PIXELS, "07:00"),
                works(Resource.CAMPAIGNS, "07:03"),
                fails(Resource.ADS, Cause.RESOURCE_PERMISSION_MISSING, "07:02", "07:02")));

        assertThat(others.sentences(EVER))
                .containsExactly(
                        "2 other calls for this account work, for example Campaigns at 07:03 UTC.",
                        "Another call for this account fails as well: Ads at 07:02 UTC.");
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertThat(new OtherCalls(List.of()).sentences(EVER)).isEmpty();
    }

    private static Visibility visibility(Instant since, Call... calls) {
        return new OtherCalls(List.of(calls)).visibility(since);
    }

    private static Call works(Resource resource, String time) {
        return call(resource, null, time, time);
    }

    private static Call fails(Resource resource, Cause cause, String time, String since) {
        return call(resource, cause, time, since);
    }

    private static Call call(Resource resource, @Nullable Cause cause, String time, String since) {
        return new Call(
                "GET /" + resource, resource, at(time), "id", new Told(at(time), cause, at(since)), null, null, null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + ":00Z");
    }
}
