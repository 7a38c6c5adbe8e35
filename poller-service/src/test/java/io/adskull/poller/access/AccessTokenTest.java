package io.adskull.poller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    @Test
    void aTokenNeverPrints() {
        assertThat(new AccessToken("act.s3cret", Optional.empty()).toString()).doesNotContain("s3cret");
        assertThat(new TokenServiceClient.Body("act.s3cret", null, null).toString())
                .doesNotContain("s3cret");
        assertThat(new TokenAnswer.Granted(new AccessToken("act.s3cret", Optional.empty())).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void aTokenThatNoHeaderMayHoldIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new AccessToken("s3cret\r\nHost: evil", Optional.empty()))
                .hasMessageNotContaining("s3cret");
    }
}
