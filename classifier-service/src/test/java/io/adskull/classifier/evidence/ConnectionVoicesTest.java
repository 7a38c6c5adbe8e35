package io.adskull.classifier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.classifier.evidence.TokenWord.Said;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionVoicesTest {
    private static final ConnectionId CONNECTION = new ConnectionId(new UUID(0, 1));

    private ConnectionVoices voices = ConnectionVoices.none();

    @Test
    void whoDoesNotAskHearsNothing() {
        assertThat(hear("1", Said.ALIVE, "07:00:00", false)).isEmpty();
        assertThat(hear("2", Said.REFUSED, "07:00:01", false)).isEmpty();
    }

    @Test
    void whoAsksHearsOfTheOthersAndNotOfItself() {
        hear("1", Said.REFUSED, "07:00:00", false);

        assertThat(hear("2", Said.REFUSED, "07:00:01", true)).singleElement().satisfies(told -> {
            assertThat(told.account()).hasToString("tiktok/2");
            assertThat(told.standing()).isEqualTo(Standing.REFUSED);
            assertThat(told.others()).isEqualTo(1);
        });
    }

    @Test
    void anAccountThatAsksAloneHearsThatThereIsNobodyToAsk() {
        assertThat(hear("2", Said.REFUSED, "07:00:01", true)).singleElement().satisfies(told -> {
            assertThat(told.standing()).isEqualTo(Standing.UNKNOWN);
            assertThat(told.witnesses()).isZero();
        });
    }

    @Test
    void whatWasAnsweredBeforeTheRefusalsBeganSaysNothing() {
        hear("1", Said.ALIVE, "06:59:59", false);

        assertThat(hear("2", Said.REFUSED, "07:00:00", true))
                .singleElement()
                .extracting(ConnectionStanding::standing)
                .isEqualTo(Standing.UNKNOWN);
        assertThat(hear("1", Said.ALIVE, "07:00:30", false))
                .singleElement()
                .extracting(ConnectionStanding::standing)
                .isEqualTo(Standing.ALIVE);
    }

    @Test
    void theSameIsToldOnce() {
        hear("2", Said.REFUSED, "07:00:00", true);

        assertThat(hear("1", Said.REFUSED, "07:00:01", false)).hasSize(1);
        assertThat(hear("3", Said.REFUSED, "07:00:02", false)).isEmpty();
        assertThat(hear("1", Said.ALIVE, "07:01:00", false)).hasSize(1);
    }

    @Test
    void whoLeftSaysNothingMore() {
        hear("1", Said.REFUSED, "07:00:00", false);
        hear("1", Said.GONE, "07:00:01", false);

        assertThat(hear("2", Said.REFUSED, "07:00:02", true))
                .singleElement()
                .extracting(ConnectionStanding::standing)
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void whereNothingIsKnownThoseWhoWereAnsweredLastAreAskedOnce() {
        hear("1", Said.ALIVE, "05:00:00", false);
        hear("3", Said.ALIVE, "06:00:00", false);
        hear("4", Said.ALIVE, "06:30:00", false);
        hear("5", Said.REFUSED, "04:00:00", false);

        assertThat(asked("2", "07:00:00")).containsExactly("tiktok/4", "tiktok/3");
        assertThat(asked("2", "07:00:00")).isEmpty();
    }

    @Test
    void whereSomethingIsKnownNobodyIsAsked() {
        hear("1", Said.ALIVE, "07:00:00", false);

        assertThat(asked("2", "07:00:00")).isEmpty();
    }

    @Test
    void whatBecameOfTheTokenIsToldToThoseWhoAsk() {
        hear("1", Said.REFUSED, "07:00:00", true);
        hear("2", Said.ALIVE, "06:00:00", false);

        List<ConnectionStanding> dead = hear(
                new CredentialChange.ReconnectRequired(CONNECTION, Platform.TIKTOK, "demo", at("07:00:05"), "refused"));
        assertThat(dead).singleElement().extracting(ConnectionStanding::deadAt).isEqualTo(at("07:00:05"));

        List<ConnectionStanding> renewed =
                hear(new CredentialChange.Refreshed(CONNECTION, Platform.TIKTOK, "demo", at("07:01:00"), null));
        assertThat(renewed).singleElement().satisfies(told -> {
            assertThat(told.deadAt()).isNull();
            assertThat(told.renewedAt()).isEqualTo(at("07:01:00"));
        });
        assertThat(hear(new CredentialChange.RefreshFailed(
                        CONNECTION, Platform.TIKTOK, "demo", at("07:02:00"), "away")))
                .isEmpty();
    }

    @Test
    void howeverManyAccountsThereAreFewAreRemembered() {
        for (int i = 0; i < 1000; i++) {
            hear(Integer.toString(i), Said.ALIVE, "07:00:00", false);
        }

        assertThat(voices.voices()).hasSize(ConnectionVoices.MAX_VOICES);
    }

    private List<ConnectionStanding> hear(String account, Said said, String time, boolean asks) {
        return hear(new TokenWord(AccountKey.parse("tiktok/" + account), said, at(time), at(time), asks))
                .standings();
    }

    /// Who is asked when this account is refused.
    private List<String> asked(String account, String time) {
        return hear(new TokenWord(AccountKey.parse("tiktok/" + account), Said.REFUSED, at(time), at(time), true))
                .questions()
                .stream()
                .map(question -> question.account().toString())
                .toList();
    }

    private ConnectionVoices.Outcome hear(TokenWord word) {
        var outcome = voices.heard(word);
        voices = outcome.after();
        return outcome;
    }

    private List<ConnectionStanding> hear(CredentialChange change) {
        var outcome = voices.heard(change);
        voices = outcome.after();
        return outcome.standings();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }
}
