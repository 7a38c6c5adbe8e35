package io.adskull.poller.access;

import io.adskull.contract.account.ConnectionId;
import io.adskull.poller.access.TokenServiceClient.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
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
@ApplicationScoped
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

    /// Credentials have changed, or a platform doubts the token: the next probe asks token-service again.
    ///
    /// @return whether the connection was believed dead, so that its accounts are worth a look at once
    public boolean forget(ConnectionId connection) {
        Slot slot = slots.remove(connection);
        return slot != null && slot.dead();
    }

    /// Drops `token` if it is still the one in memory; a newer one stays.
    public void doubt(ConnectionId connection, AccessToken token) {
        slots.computeIfPresent(connection, (_, slot) -> slot.holds(token) ? null : slot);
    }

    private final class Slot {
        private final ConnectionId connection;
        private final ReentrantLock oneAtATime = new ReentrantLock();
        private volatile Optional<TokenAnswer> known = Optional.empty();
        private volatile Instant until = Instant.MIN;
        private boolean unavailable;

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
                until = switch (answer) {
                    case TokenAnswer.Granted granted ->
                        granted.token().expiresAt().map(end -> end.minus(LEAD)).orElse(now.plus(BELIEVED));
                    case TokenAnswer.Dead _ -> now.plus(BELIEVED);
                    case TokenAnswer.Unavailable _ -> now;
                };
                return answer;
            } finally {
                oneAtATime.unlock();
            }
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

        /// One line a change, never one a probe.
        private void tell(TokenAnswer answer) {
            switch (answer) {
                case TokenAnswer.Granted _
                when unavailable -> LOG.infof("connection %s: token-service answers again", connection);
                case TokenAnswer.Granted _ -> LOG.debugf("connection %s: access token fetched", connection);
                case TokenAnswer.Dead dead
                when !dead() -> LOG.infof("connection %s: no token, probes wait: %s", connection, dead.why());
                case TokenAnswer.Unavailable missing
                when !unavailable ->
                    LOG.warnf(
                            "connection %s: token-service gives no token (%s), probes back off",
                            connection, missing.why());
                case TokenAnswer.Dead _, TokenAnswer.Unavailable _ -> {}
            }
            unavailable = answer instanceof TokenAnswer.Unavailable;
        }

        boolean holds(AccessToken token) {
            return known.filter(new TokenAnswer.Granted(token)::equals).isPresent();
        }

        boolean dead() {
            return known.filter(TokenAnswer.Dead.class::isInstance).isPresent();
        }
    }
}
