package io.adskull.simulator.oauth;

import io.adskull.simulator.oauth.Description.ClientAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The developer app whose id and secret every call to the token endpoint must show.
public final class ClientApp {
    /// Who called, or why nobody knows.
    public sealed interface Check {
        record Known(String id) implements Check {}

        record Refused(Word why) implements Check {}
    }

    private record Credentials(String id, Optional<String> secret) {}

    private final Settings settings;
    private final Description description;

    ClientApp(Settings settings, Description description) {
        this.settings = settings;
        this.description = description;
    }

    public boolean known(String id) {
        return settings.appId().map(id::equals).orElse(true);
    }

    public Check check(ApiCall call) {
        Optional<Credentials> shown = basic(call).or(() -> inBody(call));
        if (shown.isEmpty() || !known(shown.get().id())) {
            return new Check.Refused(Word.CLIENT_UNKNOWN);
        }
        Credentials credentials = shown.get();
        boolean right = credentials.secret().isPresent()
                && settings.appSecret().map(credentials.secret().get()::equals).orElse(true);
        return right ? new Check.Known(credentials.id()) : new Check.Refused(Word.CLIENT_SECRET_WRONG);
    }

    private boolean takes(ClientAuthentication how) {
        return description.token() == null || description.token().takes(how);
    }

    private Optional<Credentials> inBody(ApiCall call) {
        return takes(ClientAuthentication.BODY)
                ? call.parameter("client_id").map(id -> new Credentials(id, call.parameter("client_secret")))
                : Optional.empty();
    }

    private Optional<Credentials> basic(ApiCall call) {
        if (!takes(ClientAuthentication.BASIC)) {
            return Optional.empty();
        }
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(value -> decoded(value.substring(6).strip()));
    }

    private static Optional<Credentials> decoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Credentials(pair.substring(0, colon), Optional.of(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
