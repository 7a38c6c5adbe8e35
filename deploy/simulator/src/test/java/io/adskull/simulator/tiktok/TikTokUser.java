package io.adskull.simulator.tiktok;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Does what a browser and a client of TikTok would do.
public final class TikTokUser {
    public static final String CALLBACK = "http://localhost:8081/callback/tiktok";
    public static final String API = "/open_api/v1.3";

    private TikTokUser() {}

    public static Map<String, String> consent(Map<String, ?> form) {
        return parameters(given().redirects()
                .follow(false)
                .queryParam("app_id", "test-app")
                .queryParam("state", "s-1")
                .queryParam("redirect_uri", CALLBACK)
                .formParams(form)
                .post("/portal/auth")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
    }

    public static Map<String, String> accountConsent(Map<String, ?> form) {
        return parameters(given().redirects()
                .follow(false)
                .queryParam("client_key", "test-app")
                .queryParam("scope", "user.info.basic,video.list")
                .queryParam("response_type", "code")
                .queryParam("state", "s-2")
                .queryParam("redirect_uri", CALLBACK)
                .formParams(form)
                .post("/v2/auth/authorize/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location"));
    }

    public static String authCode(Map<String, ?> form) {
        return consent(form).getOrDefault("auth_code", "");
    }

    public static String accountCode(Map<String, ?> form) {
        return accountConsent(form).getOrDefault("code", "");
    }

    public static JsonPath exchange(String code) {
        return post("/oauth2/access_token/", Map.of("app_id", "test-app", "secret", "test-secret", "auth_code", code));
    }

    public static JsonPath exchangeAccount(String code) {
        return post(
                "/tt_user/oauth2/token/",
                Map.of(
                        "client_id", "test-app",
                        "client_secret", "test-secret",
                        "grant_type", "authorization_code",
                        "auth_code", code,
                        "redirect_uri", CALLBACK));
    }

    public static JsonPath refresh(String refreshToken) {
        return post(
                "/tt_user/oauth2/refresh_token/",
                Map.of(
                        "client_id", "test-app",
                        "client_secret", "test-secret",
                        "grant_type", "refresh_token",
                        "refresh_token", refreshToken));
    }

    public static String tokenOf(String login) {
        String code = authCode(Map.of("login", login, "decision", "authorize"));
        return exchange(code).getString("data.access_token");
    }

    public static JsonPath accountTokens() {
        String code = accountCode(Map.of("login", "lumen", "decision", "authorize"));
        return exchangeAccount(code);
    }

    public static Response get(String token, String path, Map<String, ?> parameters) {
        return given().header("Access-Token", token).queryParams(parameters).get(API + path);
    }

    public static int code(String token, String path, Map<String, ?> parameters) {
        return get(token, path, parameters).jsonPath().getInt("code");
    }

    public static JsonPath post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(API + path).jsonPath();
    }

    private static Map<String, String> parameters(String location) {
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
