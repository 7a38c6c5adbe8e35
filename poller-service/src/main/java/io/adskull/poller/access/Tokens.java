package io.adskull.poller.access;

import io.adskull.contract.account.ConnectionId;
import io.adskull.poller.access.TokenServiceClient.TokenRefused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Access tokens in memory, one call to token-service per connection at a time. A token is given out until shortly
/// before its end; one that does not end by time is asked for again now and then, and whenever it is in doubt.
@Singleton
public class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    /// A call that starts with a token must also end with it.
    private static final Duration LEAD = Duration.ofSeconds(30);
    /// How long a token is believed without an end, and how long a dead one is believed dead: a lost event on
    /// `credentials` heals by itself within this time.
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final TokenServiceClient tokenService;
    private final InstantSource clock;
    private final Map<ConnectionId, Slot> slots = new ConcurrentHashMap<>();

    public Tokens(@RestClient TokenServiceClient tokenService, InstantSource clock) {
        this.tokenService = tokenService;
        this.clock = clock;
    }

    /// Blocks until token-service has answered, when nothing fresh is in memory.
    public TokenAnswer of(ConnectionId connection) {
        return slots.computeIfAbsent(connection, Slot::new).get();
    }

    /// Whether the next call gets this token from memory; one that is near its end is asked for each time.
    public boolean keeps(AccessToken token) {
        return token.expiresAt()
                .map(end -> clock.instant().isBefore(end.minus(LEAD)))
                .orElse(true);
    }

    /// Credentials have changed: the next probe asks token-service again.
    ///
    /// @return whether the connection was ailing, so that its accounts are worth a look at once
    public boolean forget(ConnectionId connection) {
        Slot slot = slots.remove(connection);
        return slot != null && slot.ailing();
    }

    /// A platform refused `token`: unless a newer one is in memory, token-service is asked again, once.
    public void doubt(ConnectionId connection, AccessToken token) {
        Slot slot = slots.get(connection);
        if (slot != null) {
            slot.doubt(token);
        }
    }

    private final class Slot {
        private final ConnectionId connection;
        private final ReentrantLock oneAtATime = new ReentrantLock();
        private volatile Optional<TokenAnswer> known = Optional.empty();
        private volatile Optional<AccessToken> doubted = Optional.empty();
        private Instant until = Instant.MIN;

        Slot(ConnectionId connection) {
            this.connection = connection;
        }

        TokenAnswer get() {
            oneAtATime.lock();
            try {
                Instant now = clock.instant();
                if (known.isPresent() && now.isBefore(until)) {
                    return known.get();
                }
                TokenAnswer answer = fetch();
                tell(answer);
                known = Optional.of(answer);
                until = validUntil(answer, now);
                return answer;
            } finally {
                oneAtATime.unlock();
            }
        }

        void doubt(AccessToken token) {
            oneAtATime.lock();
            try {
                if (known.equals(Optional.of(new TokenAnswer.Granted(token))) && !doubted.equals(Optional.of(token))) {
                    doubted = Optional.of(token);
                    until = Instant.MIN;
                }
            } finally {
                oneAtATime.unlock();
            }
        }

        /// Whether its token is refused, by token-service or by the platform.
        boolean ailing() {
            return known.map(answer -> switch (answer) {
                        case TokenAnswer.Dead _ -> true;
                        case TokenAnswer.Granted granted -> doubted.equals(Optional.of(granted.token()));
                        case TokenAnswer.Unavailable _ -> false;
                    })
                    .orElse(false);
        }

        private TokenAnswer fetch() {
            try {
                return new TokenAnswer.Granted(
                        tokenService.accessToken(connection).token());
            } catch (TokenRefused e) {
                return new TokenAnswer.Dead(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                return new TokenAnswer.Unavailable(e.getClass().getSimpleName());
            }
        }

        private Instant validUntil(TokenAnswer answer, Instant now) {
            return switch (answer) {
                case TokenAnswer.Granted granted ->
                    granted.token().expiresAt().map(end -> end.minus(LEAD)).orElse(now.plus(BELIEVED));
                case TokenAnswer.Dead _ -> now.plus(BELIEVED);
                case TokenAnswer.Unavailable _ -> now;
            };
        }

        /// One line a change, never one a probe.
        private void tell(TokenAnswer answer) {
            Class<?> before = known.<Class<?>>map(Object::getClass).orElse(TokenAnswer.Granted.class);
            if (before == answer.getClass()) {
                return;
            }
            switch (answer) {
                case TokenAnswer.Granted _ -> LOG.infof("connection %s: there is a token again", connection);
                case TokenAnswer.Dead dead ->
                    LOG.infof("connection %s: no token, its probes wait: %s", connection, dead.why());
                case TokenAnswer.Unavailable missing ->
                    LOG.warnf(
                            "connection %s: token-service gives no token (%s), its probes back off",
                            connection, missing.why());
            }
        }
    }
}
