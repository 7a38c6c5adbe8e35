package io.adskull.token.platform;

import io.adskull.vault.Secret;
import java.net.URI;
import java.util.Optional;

/// Whether a consent can begin.
public sealed interface ConsentStart {

    /// @param address where the person says yes or no
    /// @param keep what the exchange needs and the browser must not see: PKCE's verifier, or OAuth 1.0a's temporary
    /// secret
    record Page(URI address, Optional<Secret> keep) implements ConsentStart {
        @Override
        public String toString() {
            return "Page[" + address.getHost() + "]";
        }
    }

    /// This platform has no app here.
    ///
    /// @param missing the setting to make
    record NotSetUp(String missing) implements ConsentStart {}

    /// The platform had to be asked first and did not agree.
    record Unavailable(String why) implements ConsentStart {}
}
