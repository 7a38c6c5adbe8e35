package io.adskull.classifier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnostician;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is known of an account reaches the catalogue.
class ExaminationTest {
    private static final AccountKey KIDS = AccountKey.parse("tiktok/7012345678901234503");
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    private final List<Circumstances> asked = new ArrayList<>();
    private final Examination examination = new Examination((answer, circumstances) -> {
        asked.add(circumstances);
        return Diagnostician.bundled().diagnose(answer, circumstances);
    });

    @Test
    void howTheAccountIsReachedDecidesWhoseScreensTheStepsAreAbout() {
        examine(account("PARTNER", NOW.minusSeconds(3600)), Optional.empty(), Optional.empty());

        assertThat(asked).extracting(Circumstances::connectedAs).containsOnly(Optional.of(ConnectedAs.PARTNER));
    }

    @Test
    void aWayThatNobodyKnowsYetIsNoReasonToFail() {
        examine(account("FRANCHISE", NOW.minusSeconds(3600)), Optional.empty(), Optional.empty());

        assertThat(asked).extracting(Circumstances::connectedAs).containsOnly(Optional.empty());
    }

    @Test
    void theScopesThatWereGrantedAreKnown() {
        examine(account(null, NOW.minusSeconds(3600)), Optional.empty(), Optional.empty());

        assertThat(asked.getFirst().grantedScopes()).containsExactly("4", "7");
        assertThat(asked.getFirst().connectedAt()).contains(NOW.minusSeconds(3600));
    }

    @Test
    void whoConnectedAgainWhileItFailedDidSoInVain() {
        Told fails = new Told(NOW.minusSeconds(60), Cause.SCOPE_MISSING, NOW.minusSeconds(7200));

        examine(account(null, NOW.minusSeconds(3600)), Optional.of(fails), Optional.empty());

        assertThat(asked.getLast().reconnectedInVain()).isTrue();
    }

    @Test
    void whoConnectedBeforeItFailedDidNot() {
        Told fails = new Told(NOW.minusSeconds(60), Cause.SCOPE_MISSING, NOW.minusSeconds(600));

        examine(account(null, NOW.minusSeconds(3600)), Optional.of(fails), Optional.empty());

        assertThat(asked.getLast().reconnectedInVain()).isFalse();
    }

    @Test
    void whoConnectedAgainBecauseOfSomethingElseDidNot() {
        Told fails = new Told(NOW.minusSeconds(60), Cause.TOKEN_INVALID, NOW.minusSeconds(7200));

        examine(account(null, NOW.minusSeconds(3600)), Optional.of(fails), Optional.empty());

        assertThat(asked.getLast().reconnectedInVain()).isFalse();
    }

    @Test
    void whatTheConnectionsOtherAccountsHearIsEvidence() {
        var alive = new ConnectionStanding(KIDS, NOW, Standing.ALIVE, 3, 0, null, null);

        Finding finding = examine(account(null, NOW.minusSeconds(3600)), Optional.empty(), Optional.of(alive));

        assertThat(asked.getLast().connection()).isEqualTo(Standing.ALIVE);
        assertThat(asked.getLast().visibility()).isEqualTo(Visibility.UNKNOWN);
        assertThat(finding.evidence())
                .contains("3 other accounts of the same connection are answered with the same key.");
    }

    @Test
    void wordsForEveryoneNameNoAccount() {
        String told = examination.forEveryone(answer()).orElseThrow().toString();

        assertThat(told).contains("every account of TikTok").doesNotContain("Northwind", KIDS.accountId());
    }

    private Finding examine(ConnectedAccount account, Optional<Told> told, Optional<ConnectionStanding> connection) {
        Optional<Call> call =
                told.map(word -> new Call("GET /", Resource.AUDIENCES, word.at(), "id", word, null, null, null));
        return examination.examine(
                answer(),
                new Light(Optional.of(account), call, new OtherCalls(List.of()), connection),
                Duration.ofMinutes(2));
    }

    private static ApiResponse answer() {
        return new ApiResponse(
                new CloudEvent("a-1", ApiResponse.EVENT_TYPE, "/poller-service", KIDS.toString(), NOW, "demo"),
                Optional.empty(),
                "GET",
                "/open_api/v1.3/dmp/custom_audience/list/",
                Optional.of(Resource.AUDIENCES),
                Optional.of(200),
                Optional.empty(),
                Map.of(),
                false,
                1,
                Duration.ofMillis(80),
                "{\"code\":40001,\"message\":\"The access token lacks the required scope.\",\"request_id\":\"r\",\"data\":{}}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static ConnectedAccount account(@Nullable String connectedAs, Instant connectedAt) {
        return new ConnectedAccount(
                KIDS,
                "demo",
                new ConnectionId(new UUID(0, 1)),
                "advertiser",
                "Northwind Kids",
                "Northwind Agency",
                List.of("4", "7"),
                connectedAt,
                connectedAs);
    }
}
