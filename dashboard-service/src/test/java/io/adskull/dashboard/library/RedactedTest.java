package io.adskull.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactedTest {
    private final Redacted redacted = new Redacted(List.of("20261130204518010101050760A0E1C0F"));

    @Test
    void whatMayBeASecretIsLeftOut() {
        for (String secret : List.of(
                "EAABsbCS1iHgBO7xZBqZCZAw8nR3kT0aZDZD9f8e7d6c5b4a",
                "ya29.a0AfH6SMBx7Qh3k-2wQ_9PzLk",
                "d4c3b2a19f8e7d6c5b4a39281706f5e4d3c2b1a0")) {
            assertThat(redacted.of("Malformed token " + secret + " was sent.")).doesNotContain(secret.substring(0, 10));
        }
        assertThat(redacted.of("client_secret=abc12345 refused")).isEqualTo("client_secret=[left out] refused");
        assertThat(redacted.of("Authorization: Bearer abcd1234efgh")).doesNotContain("abcd1234");
    }

    @Test
    void wordsPathsNumbersAndTheLogIdStay() {
        for (String text : List.of(
                "Advertiser 7012345678901234567 is gone.",
                "Quote log id 20261130204518010101050760A0E1C0F.",
                "/open_api/v1.3/automated_rules/list/get/ answered HTTP 403",
                "authorizationError.INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION",
                "Invalid access token: expired",
                "See https://business-api.tiktok.com/portal/docs?id=1737172488964097")) {
            assertThat(redacted.of(text)).isEqualTo(text);
        }
    }
}
