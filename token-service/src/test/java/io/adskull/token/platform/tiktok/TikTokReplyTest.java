package io.adskull.token.platform.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokReplyTest {

    @Test
    void codeZeroIsDoneWhateverTheStatus() {
        assertThat(reply("{\"code\":0,\"data\":{\"access_token\":\"secret\"}}"))
                .isInstanceOf(TikTokReply.Done.class)
                .asString()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "0",
                "\"0\"",
                "{}",
                "{\"code\":\"0\"}",
                "{\"code\":0.5}",
                "{\"code\":40105}",
                "<html></html>",
                "{\"code\":0",
                "{\"code\":null}"
            })
    void everythingElseIsAFailure(String body) {
        assertThat(reply(body)).isInstanceOf(TikTokReply.Failed.class);
    }

    private static TikTokReply reply(String body) {
        return TikTokReply.of(
                new Answer(
                        Platform.TIKTOK,
                        Optional.of("/open_api/v1.3/user/info/"),
                        Optional.of(418),
                        Optional.empty(),
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8)),
                new ObjectMapper());
    }
}
