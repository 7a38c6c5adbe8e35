package io.adskull.token.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Pages;
import io.adskull.token.platform.http.PlatformHttp;
import io.adskull.token.platform.oauth2.Reach;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What is asked of the Graph API about new tokens. Each call proves that it comes from our app
/// (https://developers.facebook.com/docs/graph-api/guides/secure-requests).
@Singleton
class MetaGraph {
    private static final String HMAC = "HmacSHA256";
    private static final String PAGE_SIZE = "200";

    private final MetaSettings settings;
    private final JsonApi api;
    private final PlatformHttp http;
    private final Clock clock;

    MetaGraph(MetaSettings settings, JsonApi api, PlatformHttp http, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.http = http;
        this.clock = clock;
    }

    Reach reach(Secret access, Optional<String> connectedAs) {
        return switch (get("/me", Map.of("fields", "id,name"), access)) {
            case JsonReply.Failed(Answer failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode me) ->
                accounts(access, me.path("id").asText(), me.path("name").asText("Meta login"), connectedAs);
        };
    }

    private Reach accounts(Secret access, String identity, String name, Optional<String> connectedAs) {
        List<GrantedAccount> found = new ArrayList<>();
        Map<String, String> query = Map.of("fields", "account_id,name", "limit", PAGE_SIZE);
        return Pages.follow(
                        page -> api.get(Platform.META, page, access, Map.of()),
                        address("/me/adaccounts", query, access),
                        body -> {
                            body.path("data").forEach(account -> found.add(account(account, connectedAs)));
                            JsonNode paging = body.path("paging");
                            return Optional.of(
                                            paging.path("cursors").path("after").asText(""))
                                    .filter(after -> paging.has("next") && !after.isBlank())
                                    .map(after -> URI.create(address("/me/adaccounts", query, access) + "&after="
                                            + URLEncoder.encode(after, StandardCharsets.UTF_8)));
                        })
                .<Reach>map(Reach.Failed::new)
                .orElseGet(() -> new Reach.Reached(identity, name, found));
    }

    private static GrantedAccount account(JsonNode account, Optional<String> connectedAs) {
        String id = account.path("account_id").asText();
        return new GrantedAccount(
                new AccountKey(Platform.META, id), account.path("name").asText(id), connectedAs, Map.of());
    }

    /// What the person left ticked; empty when Meta does not say.
    Optional<List<String>> grantedScopes(Secret access) {
        return get("/me/permissions", Map.of(), access) instanceof JsonReply.Done(JsonNode body)
                ? Optional.of(StreamSupport.stream(body.path("data").spliterator(), false)
                        .filter(permission ->
                                "granted".equals(permission.path("status").asText()))
                        .map(permission -> permission.path("permission").asText())
                        .toList())
                : Optional.empty();
    }

    /// Until Meta stops answering about a person's data, whatever the token's own life: a second clock, which only
    /// the person's next consent winds (https://developers.facebook.com/docs/facebook-login/auth-vs-data).
    DataAccess dataAccess(Secret access) {
        Secret app = new Secret(
                settings.appId().orElseThrow() + "|" + settings.appSecret().orElseThrow());
        URI address = Address.of(at("/debug_token"))
                .with("input_token", access.value())
                .uri();
        return switch (api.get(Platform.META, address, app, Map.of())) {
            case JsonReply.Failed failed -> new DataAccess.Unknown();
            case JsonReply.Done(JsonNode body) -> {
                long end = body.path("data").path("data_access_expires_at").asLong(0);
                yield end <= 0
                        ? new DataAccess.Endless()
                        : DataAccess.until(Instant.ofEpochSecond(end), clock.instant());
            }
        };
    }

    /// A token that lives, shown in return for one that lives longer
    /// (https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived).
    Answer exchange(Secret access, Map<String, String> more) {
        var form = new java.util.HashMap<>(more);
        form.put("grant_type", "fb_exchange_token");
        form.put("client_id", settings.appId().orElseThrow());
        form.put("client_secret", settings.appSecret().orElseThrow());
        form.put("fb_exchange_token", access.value());
        return http.write(
                Platform.META,
                HttpRequest.newBuilder(at("/oauth/access_token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build());
    }

    /// Takes all of a person's consents to our app back.
    Answer takeBack(Secret access) {
        return http.write(
                Platform.META,
                HttpRequest.newBuilder(address("/me/permissions", Map.of(), access))
                        .header("Authorization", "Bearer " + access.value())
                        .DELETE()
                        .build());
    }

    private JsonReply get(String path, Map<String, String> query, Secret access) {
        return api.get(Platform.META, address(path, query, access), access, Map.of());
    }

    private URI address(String path, Map<String, String> query, Secret access) {
        Address address = Address.of(at(path)).with("appsecret_proof", proof(access));
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            address = address.with(parameter.getKey(), parameter.getValue());
        }
        return address.uri();
    }

    private URI at(String path) {
        return Address.of(settings.apiUrl()).path(path).uri();
    }

    private String proof(Secret access) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(settings.appSecret().orElseThrow().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(access.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows " + HMAC, e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
