package io.adskull.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequireSecretTest {
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void withoutASecretAServiceInProductionSaysWhatToSet() {
        assertThat(RequireSecret.problem(Optional.empty(), NOBODY).orElseThrow())
                .startsWith(
                        "adskull.sign-in.secret (ADSKULL_SIGN_IN_SECRET) is not set: set it to 32 random characters")
                .contains("openssl rand -base64 48");
    }

    @Test
    void aSecretThatCanBeGuessedIsRefusedWithoutBeingRepeated() {
        assertThat(RequireSecret.problem(Optional.of("letmein"), NOBODY).orElseThrow())
                .contains("has only 7 characters")
                .doesNotContain("letmein");
    }

    @Test
    void aLongSecretIsEnough() {
        assertThat(RequireSecret.problem(Optional.of("x".repeat(32)), NOBODY)).isEmpty();
    }

    @Test
    void whereNobodySignsInNoneIsNeeded() {
        assertThat(RequireSecret.problem(Optional.empty(), Optional.of("demo"))).isEmpty();
        assertThat(RequireSecret.problem(Optional.empty(), Optional.of(" "))).isPresent();
    }
}
