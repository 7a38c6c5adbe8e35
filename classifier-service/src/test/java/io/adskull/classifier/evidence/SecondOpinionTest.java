package io.adskull.classifier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {
    private static final AccountKey ACCOUNT = AccountKey.parse("tiktok/1");

    @Test
    void oneRefusalIsNone() {
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:00"))).isInstanceOf(SecondOpinion.None.class);
    }

    @Test
    void theSameCallRefusedAgainConfirmsWhereNothingElseWorked() {
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:05"))).isInstanceOf(SecondOpinion.Confirmed.class);
    }

    @Test
    void whatWorkedShortlyBeforeIsWaitedFor() {
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:05"), worked(Resource.CAMPAIGNS, "06:55:00")))
                .isInstanceOf(SecondOpinion.None.class);
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:05"), worked(Resource.CAMPAIGNS, "05:55:00")))
                .isInstanceOf(SecondOpinion.Confirmed.class);
    }

    @Test
    void theAccountsOwnCallOrThreeOfAnyNeedNotWait() {
        Call before = worked(Resource.CAMPAIGNS, "06:55:00");
        assertThat(opinion(
                        before,
                        refused(Resource.ADS, "07:00:00", "07:00:00"),
                        refused(Resource.ACCOUNT, "07:00:02", "07:00:02")))
                .isInstanceOf(SecondOpinion.Confirmed.class);
        assertThat(opinion(
                        before,
                        refused(Resource.ADS, "07:00:00", "07:00:00"),
                        refused(Resource.PIXELS, "07:00:02", "07:00:02")))
                .isInstanceOf(SecondOpinion.None.class);
        assertThat(opinion(
                        before,
                        refused(Resource.ADS, "07:00:00", "07:00:00"),
                        refused(Resource.PIXELS, "07:00:02", "07:00:02"),
                        refused(Resource.LEADS, "07:00:02", "07:00:02")))
                .isInstanceOf(SecondOpinion.Confirmed.class);
    }

    @Test
    void whatWorkedAfterTheRefusalContradicts() {
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:00"), worked(Resource.CAMPAIGNS, "07:00:03")))
                .isEqualTo(new SecondOpinion.Contradicted(false));
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:09"), worked(Resource.CAMPAIGNS, "07:00:03")))
                .isEqualTo(new SecondOpinion.Contradicted(true));
    }

    @Test
    void aRefusedPermissionShowsThatTheTokenWasTaken() {
        Call permission =
                call(Resource.PIXELS, new Told(at("07:00:03"), Cause.RESOURCE_PERMISSION_MISSING, at("07:00:03")));
        assertThat(opinion(refused(Resource.ADS, "07:00:00", "07:00:00"), permission))
                .isInstanceOf(SecondOpinion.Contradicted.class);
    }

    @Test
    void whatWorkedBetweenTwoRefusalsWhileTheyBeganContradictsNothing() {
        assertThat(opinion(
                        refused(Resource.ADS, "07:00:00", "07:00:00"),
                        worked(Resource.CAMPAIGNS, "07:00:01"),
                        refused(Resource.ACCOUNT, "07:00:04", "07:00:04")))
                .isInstanceOf(SecondOpinion.Confirmed.class);
    }

    @Test
    void theConnectionConfirmsAtOnce() {
        Call once = refused(Resource.ADS, "07:00:00", "07:00:00");
        assertThat(SecondOpinion.of(List.of(once), standing(Standing.REFUSED, null), SecondOpinion.PAUSE, true))
                .isInstanceOf(SecondOpinion.Confirmed.class);
        assertThat(SecondOpinion.of(
                        List.of(once), standing(Standing.UNKNOWN, at("06:59:00")), SecondOpinion.PAUSE, true))
                .isInstanceOf(SecondOpinion.Confirmed.class);
        assertThat(SecondOpinion.of(List.of(once), standing(Standing.ALIVE, null), SecondOpinion.PAUSE, true))
                .isInstanceOf(SecondOpinion.None.class);
    }

    @Test
    void aRefusalOfLongAgoIsNotTheFirstOfTheseRefusals() {
        assertThat(opinion(
                        refused(Resource.ADS, "03:00:00", "03:00:00"),
                        refused(Resource.ACCOUNT, "07:00:00", "07:00:00")))
                .isInstanceOf(SecondOpinion.None.class);
    }

    @Test
    void aNewTokenIsGivenMoreTime() {
        assertThat(SecondOpinion.pause(Optional.of(at("06:59:30")), at("07:00:00")))
                .isEqualTo(SecondOpinion.PAUSE_WHEN_NEW);
        assertThat(SecondOpinion.pause(Optional.of(at("06:58:30")), at("07:00:00")))
                .isEqualTo(SecondOpinion.PAUSE);
        assertThat(SecondOpinion.pause(Optional.empty(), at("07:00:00"))).isEqualTo(SecondOpinion.PAUSE);
    }

    private static SecondOpinion opinion(Call... calls) {
        return SecondOpinion.of(List.of(calls), Optional.empty(), Duration.ofSeconds(1), false);
    }

    private static Optional<ConnectionStanding> standing(Standing standing, @Nullable Instant deadAt) {
        return Optional.of(new ConnectionStanding(ACCOUNT, at("07:00:01"), standing, 1, 2, null, deadAt));
    }

    private static Call refused(Resource resource, String since, String at) {
        return call(resource, new Told(at(at), Cause.TOKEN_INVALID, at(since)));
    }

    private static Call worked(Resource resource, String at) {
        return call(resource, new Told(at(at), null, at(at)));
    }

    private static Call call(Resource resource, Told told) {
        return new Call("GET /" + resource, resource, told.at(), "id", told, null, null, null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }
}
