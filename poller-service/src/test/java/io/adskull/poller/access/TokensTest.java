package io.adskull.poller.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.ConnectionId;
import io.adskull.poller.Accounts;
import io.adskull.poller.access.TokenServiceClient.Body;
import io.adskull.poller.access.TokenServiceClient.TokenRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final ConnectionId CONNECTION = Accounts.CONNECTION;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Script tokenService = new Script();
    private final Tokens tokens = new Tokens(_ -> tokenService.next(), () -> now);

    @Test
    void aTokenIsFetchedOnceAndGivenOutUntilShortlyBeforeItsEnd() {
        Instant end = now.plus(Duration.ofMinutes(2));
        tokenService.says(() -> new Body("one", null, end)).says(() -> new Body("two", null, null));

        assertThat(value()).isEqualTo("one");
        now = end.minusSeconds(31);
        assertThat(value()).isEqualTo("one");
        now = end.minusSeconds(29);
        assertThat(value()).isEqualTo("two");
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItsEnd() {
        var token = new AccessToken("one", Optional.of(now.plusSeconds(31)));

        assertThat(tokens.keeps(token)).isTrue();
        now = now.plusSeconds(1);
        assertThat(tokens.keeps(token)).isFalse();
        assertThat(tokens.keeps(new AccessToken("two", Optional.empty()))).isTrue();
    }

    @Test
    void aDeadConnectionIsNotAskedForAgainUntilItsCredentialsChange() {
        tokenService
                .says(() -> {
                    throw new TokenRefused("reconnect needed");
                })
                .says(() -> new Body("new", null, null));

        assertThat(tokens.of(CONNECTION)).isInstanceOf(TokenAnswer.Dead.class);
        assertThat(tokens.of(CONNECTION)).isInstanceOf(TokenAnswer.Dead.class);
        assertThat(tokens.forget(CONNECTION)).isTrue();
        assertThat(value()).isEqualTo("new");
        assertThat(tokens.forget(CONNECTION)).isFalse();
    }

    @Test
    void whenTokenServiceIsAwayEveryProbeAsksAgain() {
        tokenService
                .says(() -> {
                    throw new IllegalStateException("connection refused");
                })
                .says(() -> new Body("one", null, null));

        assertThat(tokens.of(CONNECTION)).isInstanceOf(TokenAnswer.Unavailable.class);
        assertThat(value()).isEqualTo("one");
    }

    @Test
    void aRefusedTokenIsAskedForAgainOnceAndItsConnectionIsAiling() {
        tokenService.says(() -> new Body("one", null, null)).says(() -> new Body("one", null, null));
        AccessToken refused = new AccessToken(value(), Optional.empty());

        tokens.doubt(CONNECTION, refused);
        assertThat(value()).isEqualTo("one");
        tokens.doubt(CONNECTION, refused);
        assertThat(value()).isEqualTo("one");
        assertThat(tokens.forget(CONNECTION)).isTrue();
    }

    @Test
    void doubtAboutAnOldTokenDoesNotTouchTheNewOne() {
        tokenService.says(() -> new Body("one", null, null)).says(() -> new Body("two", null, null));
        AccessToken old = new AccessToken(value(), Optional.empty());
        tokens.forget(CONNECTION);
        assertThat(value()).isEqualTo("two");

        tokens.doubt(CONNECTION, old);
        assertThat(value()).isEqualTo("two");
    }

    private String value() {
        return tokens.of(CONNECTION) instanceof TokenAnswer.Granted granted
                ? granted.token().value()
                : "none";
    }

    /// token-service's answers in order.
    private static final class Script {
        private final Deque<Supplier<Body>> answers = new ArrayDeque<>();

        Script says(Supplier<Body> answer) {
            answers.add(answer);
            return this;
        }

        Body next() {
            return answers.remove().get();
        }
    }
}
