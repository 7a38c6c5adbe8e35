package io.adskull.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.notifier.channel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");
    private static final String TAKEN = "{\"ok\":true,\"channel\":\"C1H9RESGL\",\"ts\":\"1503435956.000247\"";

    @Test
    void whatSlackTookHasAReceiptThatCanBeReadAgain() {
        ApiAnswer answer = read(200, TAKEN + ",\"message\":{\"text\":\"hello\",\"blocks\":[{}]}}");

        assertThat(answer).isInstanceOfSatisfying(ApiAnswer.Took.class, took -> {
            assertThat(took.receipt()).hasToString("C1H9RESGL/1503435956.000247");
            assertThat(SlackReceipt.parse(took.receipt().toString())).hasValue(took.receipt());
        });
    }

    @Test
    void anAnswerThatBreaksOffAfterItSaidWhereTheMessageIsHasSaidEnough() {
        assertThat(read(200, TAKEN + ",\"message\":{\"text\":\"hel")).isInstanceOf(ApiAnswer.Took.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "{\"ok\":true",
                "{\"ok\":true,\"channel\":\"C1H9RESGL\"}",
                "{\"ok\":true,\"channel\":{\"id\":\"C1\"},\"ts\":7}",
                "[true]",
                "<html>Sign in to the proxy</html>",
                "{\"ok\":false,\"error\":\"something_new\"}"
            })
    void whatDoesNotSayWhetherItWasTakenIsTriedAgain(String body) {
        assertThat(outcome(200, body)).isInstanceOf(Outcome.Retry.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ratelimited",
                "internal_error",
                "fatal_error",
                "service_unavailable",
                "request_timeout",
                "team_added_to_org"
            })
    void whatPassesIsTriedAgain(String error) {
        assertThat(refused(error)).isEqualTo(Outcome.Retry.because("Slack answered \"" + error + "\""));
    }

    @Test
    void tooManyWaitsAsLongAsSlackAsks() {
        ApiAnswer answer = ApiAnswer.read(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Optional.of("30"), NOW);

        assertThat(((ApiAnswer.Refused) answer).outcome())
                .isEqualTo(new Outcome.Retry(Optional.of(Duration.ofSeconds(30)), "Slack answered \"ratelimited\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_too_long", "invalid_blocks", "no_text", "invalid_arguments"})
    void aMessageThatSlackWillNotHaveIsGivenUpInItsWords(String error) {
        assertThat(refused(error)).isEqualTo(new Outcome.GaveUp("Slack answered \"" + error + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_auth",
                "not_authed",
                "token_revoked",
                "token_expired",
                "account_inactive",
                "missing_scope",
                "channel_not_found",
                "is_archived",
                "not_in_channel"
            })
    void aDestinationThatMustBeMendedIsGone(String error) {
        assertThat(refused(error)).isEqualTo(new Outcome.Gone("Slack answered \"" + error + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found"})
    void aFirstMessageThatIsGoneIsKnownAsThat(String error) {
        assertThat(SlackRefusal.of(error)).isEqualTo(SlackRefusal.FIRST);
    }

    private static Outcome refused(String error) {
        return outcome(200, "{\"ok\":false,\"error\":\"" + error + "\",\"needed\":\"chat:write\"}");
    }

    private static Outcome outcome(int status, String body) {
        return ((ApiAnswer.Refused) read(status, body)).outcome();
    }

    private static ApiAnswer read(int status, String body) {
        return ApiAnswer.read(status, body, Optional.empty(), NOW);
    }
}
