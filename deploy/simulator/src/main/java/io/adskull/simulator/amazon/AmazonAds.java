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
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amazon: who the login is, and its profiles, each in the region of its country.
@Singleton
public final class AmazonAds extends OauthPlatform {
    private static final Pattern PROFILES = Pattern.compile("/(na|eu|fe)/v2/profiles");

    AmazonAds(AuthorizationServer.Builder servers) {
        super("amazon", servers);
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher profiles = PROFILES.matcher(call.path());
        if (profiles.matches()) {
            return call.header("Amazon-Advertising-API-ClientId").isEmpty()
                    ? unauthorized()
                    : called(call, caller -> profiles(caller, profiles.group(1)));
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
