package io.adskull.token.platform.oauth2;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands over whole what is not a token: the OIDC client keeps of an error only its text, and the diagnosis needs
/// status and headers too. Some platforms put an error into a 200.
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.TOKEN, OidcEndpoint.Type.TOKEN_REVOCATION})
public class TokenEndpointFilter implements OidcResponseFilter {
    /// Starts the ids of the clients that belong to platforms; the service's own clients are none of our business.
    static final String CLIENT_PREFIX = "platform:";

    /// Where the OIDC client says which client asks.
    static final String CLIENT_ID = "client-id";

    private static final int LARGEST_BODY = 1 << 20;

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        String client = response.requestProperties().getString(CLIENT_ID);
        if (client == null || !client.startsWith(CLIENT_PREFIX)) {
            return Uni.createFrom().voidItem();
        }
        byte[] body = bytes(response.responseBody());
        boolean revocation = response.requestProperties().get("grant_type") == null;
        boolean good = response.statusCode() == 200 && (revocation || holdsToken(body));
        return good
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new NoToken(response.statusCode(), headers(response), body));
    }

    private static byte[] bytes(@Nullable Buffer body) {
        return body == null
                ? new byte[0]
                : body.length() > LARGEST_BODY ? body.getBytes(0, LARGEST_BODY) : body.getBytes();
    }

    private static boolean holdsToken(byte[] body) {
        try {
            Object token = Buffer.buffer(body).toJsonObject().getValue("access_token");
            return token instanceof String text && !text.isBlank();
        } catch (DecodeException | ClassCastException e) {
            return false;
        }
    }

    private static Map<String, String> headers(OidcResponseFilterContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.responseHeaders()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header.getValue(),
                        (one, two) -> one + "," + two));
        return headers;
    }

    /// An answer without a token. Its text holds nothing of the answer.
    static final class NoToken extends RuntimeException {
        private final int status;
        private final transient Map<String, String> headers;
        private final transient byte[] body;

        NoToken(int status, Map<String, String> headers, byte[] body) {
            super("HTTP " + status + " without a token", null, false, false);
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        Map<String, String> headers() {
            return headers;
        }

        byte[] body() {
            return body;
        }
    }
}
