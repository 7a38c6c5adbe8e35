package io.adskull.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {

    @Test
    void aRateLimitIsNotHealthy() {
        Verdict verdict = Diagnostician.bundled()
                .diagnose(
                        new Answer(
                                Platform.TIKTOK,
                                Optional.of("/open_api/v1.3/campaign/get/"),
                                Optional.of(200),
                                Optional.empty(),
                                Map.of(),
                                "{\"code\":40100,\"message\":\"Too many\"}".getBytes(StandardCharsets.UTF_8)),
                        Circumstances.unknown());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failing.class, f -> assertThat(
                        f.diagnosis().cause())
                .isEqualTo(Cause.RATE_LIMITED));
    }
}
