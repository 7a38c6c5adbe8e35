package io.adskull.simulator.oauth;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Does what a browser and a client of one platform would do.
///
/// @param consentPath with the platform's name before it, as the token path
/// @param asked parameters of the consent page besides client_id, redirect_uri and state
public record OauthUser(String platform, String consentPath, String tokenPath, Map<String, String> asked) {
    /// Of an invented platform.
    static OauthUser of(String platform) {
        return new OauthUser(
                platform,
                "/" + platform + "/authorize",
                "/" + platform + "/token",
                Map.of("scope", "ads_read ads_write offline"));
    }

    public String callback() {
        return "http://localhost:8081/callback/" + platform;
    }

    /// The parameters of the redirect.
    public Map<String, String> consent(Map<String, ?> form) {
        String location = decided(form).then().statusCode(303).extract().header("Location");
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    public Response decided(Map<String, ?> form) {
        Map<String, String> query = new HashMap<>(
                Map.of("client_id", "test-app", "redirect_uri", callback(), "response_type", "code", "state", "s-1"));
        query.putAll(asked);
        return given().redirects()
                .follow(false)
                .queryParams(query)
                .formParams(form)
                .post(consentPath);
    }

    public String codeOf(String login) {
        return consent(Map.of("login", login, "decision", "authorize")).getOrDefault("code", "");
    }

    public Response exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", callback()));
    }

    public Response refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Response connect(String login) {
        return exchange(codeOf(login));
    }

    /// With the right client, unless `form` says otherwise; shown in both ways that platforms take.
    public Response token(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(Map.of("client_id", "test-app", "client_secret", "test-secret"));
        all.putAll(form);
        return given().auth()
                .preemptive()
                .basic(all.get("client_id"), all.get("client_secret"))
                .formParams(all)
                .post(tokenPath);
    }

    public OauthUser asking(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(asked);
        all.putAll(more);
        return new OauthUser(platform, consentPath, tokenPath, Map.copyOf(all));
    }
}
