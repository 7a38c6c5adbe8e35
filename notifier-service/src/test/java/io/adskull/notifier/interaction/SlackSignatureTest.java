package io.adskull.notifier.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSignatureTest {
    /// The example of Slack's own documentation.
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIMESTAMP = "1531420618";
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
            + ".803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant THEN = Instant.ofEpochSecond(1531420618);

    private final SlackSignature signature = new SlackSignature(SECRET);

    @Test
    void whatSlackSignedIsSlacks() {
        assertThat(isSlacks(BODY, TIMESTAMP, SIGNATURE, THEN)).isTrue();
        assertThat(isSlacks(BODY, TIMESTAMP, SIGNATURE, THEN.plusSeconds(300))).isTrue();
    }

    @Test
    void whatSlackSignedMoreThanFiveMinutesAgoIsSomebodysReplay() {
        assertThat(isSlacks(BODY, TIMESTAMP, SIGNATURE, THEN.plusSeconds(301))).isFalse();
        assertThat(isSlacks(BODY, TIMESTAMP, SIGNATURE, THEN.minusSeconds(301))).isFalse();
    }

    @Test
    void aReplayWithANewerTimeIsNotSlacks() {
        assertThat(isSlacks(BODY, "1531421618", SIGNATURE, THEN.plusSeconds(1000)))
                .isFalse();
    }

    @Test
    void aChangedBodyIsNotSlacks() {
        assertThat(isSlacks(BODY + " ", TIMESTAMP, SIGNATURE, THEN)).isFalse();
        assertThat(isSlacks(BODY.replace("roadrunner", "coyote"), TIMESTAMP, SIGNATURE, THEN))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618, null",
                "1531420618, ''",
                "1531420618, v0=",
                "1531420618, a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618, v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "1531420618, V0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
                "now, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "99999999999999999999, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                "-1531420618, v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
            })
    void whatIsIncompleteOrOtherwiseIsNotSlacks(String timestamp, String signed) {
        assertThat(isSlacks(BODY, timestamp, signed, THEN)).isFalse();
    }

    @Test
    void anotherAppsSecretSignsOtherwise() {
        var other = new SlackSignature("another");

        assertThat(other.isOf(BODY.getBytes(StandardCharsets.UTF_8), TIMESTAMP, SIGNATURE, THEN))
                .isFalse();
        assertThat(other).hasToString("a Slack signing secret");
    }

    private boolean isSlacks(String body, String timestamp, String signed, Instant now) {
        return signature.isOf(body.getBytes(StandardCharsets.UTF_8), timestamp, signed, now);
    }
}
