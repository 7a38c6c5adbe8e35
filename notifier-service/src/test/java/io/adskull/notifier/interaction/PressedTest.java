package io.adskull.notifier.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.slack.SlackAction;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressedTest {
    private static final IncidentId INCIDENT = new IncidentId(UUID.nameUUIDFromBytes(new byte[] {7}));
    private static final String ANSWER_TO = "https://hooks.slack.com/actions/T0/1/s3cret";

    @Test
    void aPressSaysWhatOfWhichIncidentWhereByWhom() {
        Pressed pressed = Pressed.read(
                        Press.of("snooze", INCIDENT, "C0ADS", ANSWER_TO).form())
                .orElseThrow();

        assertThat(pressed.action()).isEqualTo(SlackAction.SNOOZE);
        assertThat(pressed.incident()).isEqualTo(INCIDENT);
        assertThat(pressed.channel()).isEqualTo("C0ADS");
        assertThat(pressed.who()).isEqualTo("Slack user ann");
        assertThat(pressed.answerTo()).isEqualTo(URI.create(ANSWER_TO));
        assertThat(pressed.toString()).doesNotContain("s3cret");
    }

    @Test
    void aButtonThatOpensAPageAsksNothing() {
        assertThat(Pressed.read(Press.of("open", INCIDENT, "C0ADS", ANSWER_TO).form()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payload=",
                "payload=%",
                "payload=%7B",
                "payload=null",
                "payload=%5B%5D",
                "payload=7",
                "ssl_check=1&token=x",
                "payload=%7B%22actions%22%3A%5B%7B%22action_id%22%3A%22snooze%22%2C%22value%22%3A%22all%22%7D%5D%7D"
            })
    void whatIsNoPressAsksNothing(String form) {
        assertThat(Pressed.read(form)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/actions",
                "https://hooks.slack.com:8443/actions",
                "https://hooks.slack.com.evil.example/actions",
                "https://evil.example/hooks.slack.com",
                "https://hooks.slack.com@evil.example/",
                "https://ann@hooks.slack.com/actions",
                "file:///etc/passwd",
                "/actions",
                ""
            })
    void anAnswerGoesToSlackOnly(String address) {
        assertThat(AnswerInSlack.isOf(URI.create("https://hooks.slack.com"), URI.create(address)))
                .isFalse();
    }

    @Test
    void slackIsSlack() {
        assertThat(AnswerInSlack.isOf(URI.create("https://hooks.slack.com"), URI.create(ANSWER_TO)))
                .isTrue();
    }
}
