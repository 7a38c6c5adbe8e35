package io.adskull.token.platform.x;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.http.PlatformHttp;
import io.adskull.token.platform.oauth2.OAuth2App;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/// Signs calls as OAuth 1.0a wants it (RFC 5849), and sends them over the wire of all platforms.
@Singleton
class XSigner {
    private static final OAuth1AccessToken NOBODY = new OAuth1AccessToken("", "");

    private final OAuth2App app;
    private final PlatformHttp http;

    XSigner(XSettings settings, PlatformHttp http) {
        this.app = OAuth2App.of("x", settings.appId(), settings.appSecret());
        this.http = http;
    }

    OAuth2App app() {
        return app;
    }

    /// Signed by our app alone.
    Answer post(URI address, Map<String, String> oauthParameters) {
        return post(address, NOBODY, oauthParameters);
    }

    Answer post(URI address, OAuth1AccessToken token, Map<String, String> oauthParameters) {
        return http.write(
                Platform.X,
                signed(Verb.POST, address, token, oauthParameters)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    Answer get(URI address, OAuth1AccessToken token) {
        return http.read(
                Platform.X, signed(Verb.GET, address, token, Map.of()).GET().build());
    }

    private HttpRequest.Builder signed(
            Verb verb, URI address, OAuth1AccessToken token, Map<String, String> oauthParameters) {
        var request = new OAuthRequest(verb, address.toString());
        oauthParameters.forEach(request::addOAuthParameter);
        new ServiceBuilder(app.id().orElseThrow())
                .apiSecret(app.secret().orElseThrow().value())
                .build(new XApi())
                .signRequest(token, request);
        HttpRequest.Builder signed = HttpRequest.newBuilder(address);
        request.getHeaders().forEach(signed::header);
        return signed;
    }

    /// The library asks for addresses that only its own calls use.
    private static final class XApi extends DefaultApi10a {
        @Override
        public String getRequestTokenEndpoint() {
            return "";
        }

        @Override
        public String getAccessTokenEndpoint() {
            return "";
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return "";
        }
    }
}
