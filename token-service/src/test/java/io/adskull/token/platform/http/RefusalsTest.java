package io.adskull.token.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.RefreshOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private static final String REFRESH = "/open_api/v1.3/tt_user/oauth2/refresh_token/";

    private final Refusals refusals = new Refusals();

    @ParameterizedTest
    @CsvSource({
        "40105, Access token is incorrect or has been revoked.",
        "40103, The refresh token has expired.",
        "40107, Invalid refresh token."
    })
    void aGrantThatTikTokSaysIsGoneIsDead(int code, String message) {
        assertThat(refusals.ofRefresh(envelope(code, message))).isInstanceOf(RefreshOutcome.Dead.class);
    }

    @ParameterizedTest
    @CsvSource({
        "40100, Too many requests. Please retry in some time.",
        "50000, Internal service error",
        "51000, System error",
        "99999, A sentence nobody has seen"
    })
    void whatMayPassOrIsNotUnderstoodIsNoReasonToAskAPerson(int code, String message) {
        assertThat(refusals.ofRefresh(envelope(code, message))).isInstanceOf(RefreshOutcome.Transient.class);
    }

    @Test
    void withoutAnAnswerNobodyKnowsWhatThePlatformDid() {
        assertThat(refusals.ofRefresh(PlatformGuards.noAnswer(Platform.TIKTOK, REFRESH, "timeout")))
                .isEqualTo(new RefreshOutcome.NoAnswer("timeout"));
    }

    @Test
    void aRateLimitsWaitIsHonoured() {
        var limited = refusals.ofRefresh(envelope(40100, "Too many requests. Please retry in some time."));

        assertThat(limited)
                .isInstanceOfSatisfying(RefreshOutcome.Transient.class, outcome -> assertThat(outcome.retryAfter())
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource({"502, <html>Bad gateway for refresh_token rft.secret</html>", "404, the refresh token is invalid"})
    void aPageOfAServerInBetweenIsNotQuotedAndKillsNothing(int status, String body) {
        Answer page = answer(status, body);

        assertThat(refusals.ofRefresh(page))
                .isInstanceOf(status >= 500 ? RefreshOutcome.NoAnswer.class : RefreshOutcome.Transient.class);
        assertThat(refusals.words(page)).isEqualTo("HTTP " + status + " without TikTok's envelope");
    }

    @Test
    void wordsAreOneLineAndHoldNothingLikeAToken() {
        String words = refusals.words(envelope(40105, "Token rft.0123456789abcdef0123456789abcdef0123\\nis dead"));

        assertThat(words)
                .startsWith("40105")
                .contains("is dead")
                .doesNotContain("0123456789")
                .doesNotContain("\n");
    }

    private static Answer envelope(int code, String message) {
        return answer(200, "{\"code\":%d,\"message\":\"%s\",\"request_id\":\"1\"}".formatted(code, message));
    }

    private static Answer answer(int status, String body) {
        return new Answer(
                Platform.TIKTOK,
                Optional.of(REFRESH),
                Optional.of(status),
                Optional.empty(),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
