package io.adskull.simulator.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.AuthorizationServer;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amazon: who the login is, and its profiles, each in the region of its country.
@Singleton
public final class AmazonAds extends OauthPlatform {
    private static final Pattern PROFILES = Pattern.compile("/(na|eu|fe)/v2/profiles");

    private static final Pattern READ = Pattern.compile(
            "/(?<region>na|eu|fe)/(?:v2/profiles/(?<profile>[0-9]+)|sp/(?<list>campaigns|productAds)/list)");
    private static final String SCOPE = "Amazon-Advertising-API-Scope";

    AmazonAds(AuthorizationServer.Builder servers) {
        super("amazon", servers);
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return call.header(SCOPE).stream().toList();
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher profiles = PROFILES.matcher(call.path());
        if (profiles.matches()) {
            return call.header("Amazon-Advertising-API-ClientId").isEmpty()
                    ? unauthorized()
                    : called(call, caller -> profiles(caller, profiles.group(1)));
        }
        Matcher read = READ.matcher(call.path());
        if (read.matches()) {
            return call.header("Amazon-Advertising-API-ClientId").isEmpty()
                    ? unauthorized()
                    : called(call, caller -> read(call, caller, read));
        }
        return call.path().equals("/user/profile")
                ? called(call, caller -> user(caller))
                : json(404, "{\"code\":\"NOT_FOUND\",\"details\":\"Method Not Found\"}");
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return called(call, granted, AmazonAds::unauthorized);
    }

    private static Answer user(Caller caller) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("user_id", caller.login().identity())
                .put("name", caller.login().business())
                .put("email", caller.login().email());
        return json(200, user.toString());
    }

    private static Answer profiles(Caller caller, String region) {
        ArrayNode profiles = JsonNodeFactory.instance.arrayNode();
        caller.accounts().stream()
                .filter(account -> account.detail("region").orElse("na").equals(region))
                .forEach(account -> profile(profiles.addObject(), account));
        return json(200, profiles.toString());
    }

    /// A profile is known in its own region only, and named in a header unless the path is about itself.
    private static Answer read(ApiCall call, Caller caller, Matcher read) {
        Optional<AdAccount> profile = Optional.ofNullable(read.group("profile"))
                .or(() -> call.header(SCOPE))
                .flatMap(caller::account)
                .filter(account -> account.detail("region").orElse("na").equals(read.group("region")));
        if (profile.isEmpty()) {
            return json(
                    401,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("code", "UNAUTHORIZED")
                            .put(
                                    "details",
                                    "Not authorized to access scope "
                                            + call.header(SCOPE).orElse(""))
                            .toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (read.group("profile") != null) {
            profile(body, profile.get());
        } else {
            body.put("totalResults", 0).putArray(read.group("list"));
        }
        return json(200, body.toString());
    }

    private static void profile(ObjectNode profile, AdAccount account) {
        profile.put("profileId", Long.parseLong(account.id()))
                .put("countryCode", account.detail("country").orElse("US"))
                .put("currencyCode", "USD")
                .putObject("accountInfo")
                .put("id", "ENTITY" + account.id())
                .put("type", "vendor")
                .put("name", account.name())
                .put("validPaymentMethod", true);
    }

    private static Answer unauthorized() {
        return json(
                401,
                "{\"code\":\"UNAUTHORIZED\",\"details\":\"Not authorized to access this advertiser. Authentication failed\"}");
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
