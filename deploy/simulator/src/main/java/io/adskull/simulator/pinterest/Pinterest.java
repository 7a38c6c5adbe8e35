package io.adskull.simulator.pinterest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.limit.Limits;
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
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pinterest: who the login is, and its ad accounts.
@Singleton
public final class Pinterest extends OauthPlatform {
    private static final Pattern ACCOUNT = Pattern.compile("/v5/ad_accounts/([0-9]+)(?:/([a-z_]+))?");
    private static final Set<String> PARTS = Set.of("campaigns", "ads", "audiences", "conversion_tags");

    private final RateLimits limits;

    Pinterest(AuthorizationServer.Builder servers, Limits limits) {
        super("pinterest", servers);
        this.limits = new RateLimits(limits.of("pinterest"));
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return accountIn(call, ACCOUNT);
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return called(call, caller -> adAccount(caller, account.group(1), Optional.ofNullable(account.group(2))));
        }
        return switch (call.path()) {
            case "/v5/user_account" -> called(call, caller -> user(caller));
            case "/v5/ad_accounts" ->
                called(call, caller -> caller.granted("ads:read") ? accounts(caller) : scopeMissing());
            default -> json(404, "{\"code\":0,\"message\":\"Not Found\"}");
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return called(
                call,
                caller -> limits.counted(
                        caller.grant().consent().app(),
                        caller.login().identity(),
                        call.path(),
                        () -> granted.apply(caller)),
                Pinterest::unauthorized);
    }

    private static Answer user(Caller caller) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("account_type", "BUSINESS").put("id", caller.login().identity());
        user.put("username", caller.login().login())
                .put("business_name", caller.login().business());
        return json(200, user.toString());
    }

    private static Answer accounts(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        caller.accounts()
                .forEach(account -> items.addObject().put("id", account.id()).put("name", account.name()));
        body.putNull("bookmark");
        return json(200, body.toString());
    }

    private static Answer adAccount(Caller caller, String id, Optional<String> part) {
        if (!caller.granted("ads:read")) {
            return scopeMissing();
        }
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return json(403, "{\"code\":29,\"message\":\"You are not permitted to access that resource.\"}");
        }
        if (part.isEmpty()) {
            return json(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", id)
                            .put("name", account.get().name())
                            .put("country", "US")
                            .put("currency", "USD")
                            .toString());
        }
        if (part.get().equals("analytics")) {
            return json(200, "[{\"AD_ACCOUNT_ID\":\"" + id + "\",\"SPEND_IN_DOLLAR\":0.0}]");
        }
        return PARTS.contains(part.get())
                ? json(200, "{\"items\":[],\"bookmark\":null}")
                : json(404, "{\"code\":0,\"message\":\"Not Found\"}");
    }

    private static Answer unauthorized() {
        return json(401, "{\"code\":2,\"message\":\"Authentication failed.\"}");
    }

    private static Answer scopeMissing() {
        return json(401, "{\"code\":3,\"message\":\"Authorization failed. Missing: ['ads:read']\"}");
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
