package io.adskull.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    /// The example of Standard Webhooks' own documentation, signed by another program.
    @Test
    void itSignsAsStandardWebhooksDescribes() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret).hasToString("a webhook secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 at all, not at all",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void whatIsNoSecretIsRefusedWithTheWayToMakeOne(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }
}
