package io.adskull.token.connect;

import io.adskull.token.platform.TokenSystem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;

/// Sends a person to a platform's consent page with a state that only this browser can bring back, once.
@ApplicationScoped
class StartConsent {
    private static final Logger LOG = Logger.getLogger(StartConsent.class);

    private final ConsentAttempts attempts;
    private final RedirectAddress redirect;

    StartConsent(ConsentAttempts attempts, RedirectAddress redirect) {
        this.attempts = attempts;
        this.redirect = redirect;
    }

    /// @param browser goes into a cookie named after the state
    record Started(URI consentPage, OneTimeText state, OneTimeText browser) {}

    Started start(TokenSystem system, String tenant) {
        OneTimeText state = OneTimeText.next();
        OneTimeText browser = OneTimeText.next();
        URI page = system.consentAddress(state.value(), redirect.of(system.platform()));
        attempts.begin(state, browser, tenant, system.platform(), system.kind());
        LOG.infof(
                "tenant %s goes to the consent page of %s (%s)",
                tenant, system.platform().id(), system.kind());
        return new Started(page, state, browser);
    }
}
