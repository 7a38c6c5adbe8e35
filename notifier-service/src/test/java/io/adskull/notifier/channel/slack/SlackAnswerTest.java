package io.adskull.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.notifier.channel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");

    @Test
    void okIsDelivered() {
        assertThat(SlackAnswer.read(200, "ok", Optional.empty(), NOW)).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void tooManyWaitsAsLongAsSlackAsks() {
        assertThat(SlackAnswer.read(429, "rate_limited", Optional.of("30"), NOW))
                .isEqualTo(
                        new Outcome.Retry(Optional.of(Duration.ofSeconds(30)), "Slack answered 429 \"rate_limited\""));
    }

    @Test
    void aDateIsAWaitToo() {
        assertThat(wait("Sun, 22 Nov 2026 07:04:00 GMT")).hasValue(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "Sat, 21 Nov 2026 07:04:00 GMT", "99999999999999999999"})
    void aWaitThatMakesNoSenseIsNone(String retryAfter) {
        assertThat(wait(retryAfter)).isEmpty();
    }

    @Test
    void nobodyWaitsLongerThanAnHourForAMistakenAnswer() {
        assertThat(wait("999999999")).hasValue(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void aTroubledSlackIsAskedAgain(int status) {
        assertThat(SlackAnswer.read(status, "", Optional.empty(), NOW)).isInstanceOf(Outcome.Retry.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, no_service",
        "404, channel_not_found",
        "404, ''",
        "410, channel_is_archived",
        "403, invalid_token",
        "403, action_prohibited",
        "403, posting_to_general_channel_denied",
        "400, user_not_found"
    })
    void aWebhookThatIsGoneIsNotAskedAgain(int status, String words) {
        assertThat(SlackAnswer.read(status, words, Optional.empty(), NOW)).isInstanceOf(Outcome.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_payload", "400, invalid_blocks", "400, no_text", "403, Forbidden by proxy", "302, ''"})
    void aMessageThatIsRefusedSaysNothingOfTheWebhook(int status, String words) {
        assertThat(SlackAnswer.read(status, words, Optional.empty(), NOW)).isInstanceOf(Outcome.GaveUp.class);
    }

    @Test
    void whatSlackSaidIsTold() {
        assertThat(SlackAnswer.read(404, "no_service", Optional.empty(), NOW))
                .isEqualTo(new Outcome.Gone("Slack answered 404 \"no_service\""));
    }

    private static Optional<Duration> wait(String retryAfter) {
        return SlackAnswer.read(429, "", Optional.of(retryAfter), NOW) instanceof Outcome.Retry retry
                ? retry.after()
                : Optional.empty();
    }
}
