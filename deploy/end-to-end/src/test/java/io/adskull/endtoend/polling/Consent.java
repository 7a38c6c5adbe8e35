package io.adskull.endtoend.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person at the simulator authorizes the demo's developer app, and the app exchanges the code, as token-service
/// would.
///
/// @param app id of the developer app that the simulator knows
record Consent(String simulator, String app, String secret) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&](?:auth_code|code)=([^&]+)");
    private static final String FORM = "application/x-www-form-urlencoded";

    /// Consent page, token endpoint and the scope that its probes need.
    private record Oauth(String consent, String token, String scope) {}

    private static final Map<Platform, Oauth> OAUTH = Map.of(
            Platform.GOOGLE,
            new Oauth("/google/o/oauth2/v2/auth", "/google/token", "https://www.googleapis.com/auth/adwords"),
            Platform.META,
            new Oauth("/meta/v23.0/dialog/oauth", "/meta/v23.0/oauth/access_token", "ads_read"),
            Platform.REDDIT,
            new Oauth("/reddit/api/v1/authorize", "/reddit/api/v1/access_token", "adsread"));

    /// @return an access token for all of this person's ad accounts
    String of(Platform platform, String login) {
        String callback = "http://localhost/callback/" + platform.id();
        if (platform == Platform.TIKTOK) {
            String code = agreed("/portal/auth", login, Map.of("app_id", app, "redirect_uri", callback));
            return post(
                            "/open_api/v1.3/oauth2/access_token/",
                            "application/json",
                            JSON.createObjectNode()
                                    .put("app_id", app)
                                    .put("secret", secret)
                                    .put("auth_code", code)
                                    .toString())
                    .required("data")
                    .required("access_token")
                    .textValue();
        }
        Oauth oauth = OAUTH.get(platform);
        String code = agreed(
                oauth.consent(),
                login,
                Map.of(
                        "client_id",
                        app,
                        "redirect_uri",
                        callback,
                        "response_type",
                        "code",
                        "state",
                        "s",
                        "scope",
                        oauth.scope()));
        Map<String, String> exchange = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", callback,
                "client_id", app,
                "client_secret", secret);
        return post(oauth.token(), FORM, encoded(exchange))
                .required("access_token")
                .textValue();
    }

    private String agreed(String page, String login, Map<String, String> asked) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String decision = encoded(Map.of("login", login, "decision", "authorize"));
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(simulator + page + "?" + encoded(asked)))
                            .header("Content-Type", FORM)
                            .POST(BodyPublishers.ofString(decision))
                            .build(),
                    BodyHandlers.ofString());
            Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
            if (!code.find()) {
                throw new IllegalStateException(page + " answered " + answer.statusCode() + " " + answer.body());
            }
            return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(String path, String type, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String basic = Base64.getEncoder().encodeToString((app + ":" + secret).getBytes(StandardCharsets.UTF_8));
            return JSON.readTree(client.send(
                            HttpRequest.newBuilder(URI.create(simulator + path))
                                    .header("Content-Type", type)
                                    .header("Authorization", "Basic " + basic)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
