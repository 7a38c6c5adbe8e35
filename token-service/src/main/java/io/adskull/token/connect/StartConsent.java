package io.adskull.token.connect;

import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.vault.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Sends a person to a platform's consent page with a state that only this browser can bring back, once.
@ApplicationScoped
class StartConsent {
    private static final Logger LOG = Logger.getLogger(StartConsent.class);

    private final TokenSystems systems;
    private final ConsentAttempts attempts;
    private final RedirectAddress redirect;

    StartConsent(TokenSystems systems, ConsentAttempts attempts, RedirectAddress redirect) {
        this.systems = systems;
        this.attempts = attempts;
        this.redirect = redirect;
    }

    sealed interface Outcome {
        /// @param browser goes into a cookie named after the state
        record Started(URI consentPage, OneTimeText state, OneTimeText browser) implements Outcome {}

        record NotSetUp() implements Outcome {}

        record Unavailable() implements Outcome {}
    }

    /// @throws IllegalStateException when there is no such token system
    Outcome start(Purpose purpose) {
        TokenSystem system = systems.of(purpose.platform(), purpose.kind());
        String where = system.platform().id() + " (" + system.kind() + ")";
        OneTimeText state = OneTimeText.next();
        return switch (system.start(new ConsentRequest(state.value(), redirect.of(system.platform())))) {
            case ConsentStart.Page(URI address, Optional<Secret> keep) -> {
                OneTimeText browser = OneTimeText.next();
                attempts.begin(state, browser, purpose, keep);
                LOG.infof(
                        "tenant %s goes to the consent page of %s%s",
                        purpose.tenant(),
                        where,
                        purpose.renews().map(id -> " to renew connection " + id).orElse(""));
                yield new Outcome.Started(address, state, browser);
            }
            case ConsentStart.NotSetUp(String missing) -> {
                LOG.errorf("a consent at %s cannot be started: %s", where, missing);
                yield new Outcome.NotSetUp();
            }
            case ConsentStart.Unavailable(String why) -> {
                LOG.warnf("a consent at %s cannot be started now: %s", where, why);
                yield new Outcome.Unavailable();
            }
        };
    }
}
