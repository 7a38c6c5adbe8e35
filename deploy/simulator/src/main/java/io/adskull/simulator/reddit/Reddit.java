package io.adskull.simulator.reddit;

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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reddit: who the login is, its businesses, and their ad accounts. Nameless clients are turned away at the edge.
@Singleton
public final class Reddit extends OauthPlatform {
    private static final Pattern ACCOUNTS = Pattern.compile("/api/v3/businesses/([^/]+)/ad_accounts");

    private static final Pattern ACCOUNT =
            Pattern.compile("/api/v3/ad_accounts/([^/]+)(?:/(campaigns|ads|custom_audiences|reports))?");

    private final RateWindow window;

    Reddit(AuthorizationServer.Builder servers, Limits limits) {
        super("reddit", servers);
        this.window = new RateWindow(limits.of("reddit"));
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return accountIn(call, ACCOUNT);
    }

    @Override
    protected Answer api(ApiCall call) {
        if (call.header("User-Agent")
                .filter(agent -> !agent.startsWith("Java-http-client"))
                .isEmpty()) {
            return Answer.text(403, "<html><body>whoa there, pardner!</body></html>");
        }
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return called(call, caller -> account(caller, account.group(1), Optional.ofNullable(account.group(2))));
        }
        Matcher accounts = ACCOUNTS.matcher(call.path());
        if (accounts.matches()) {
            return called(call, caller -> accounts.group(1).equals(business(caller)) ? accounts(caller) : forbidden());
        }
        return switch (call.path()) {
            case "/api/v3/me" -> called(call, caller -> me(caller));
            case "/api/v3/me/businesses" -> called(call, caller -> businesses(caller));
            default -> json(404, "{\"message\":\"Not Found\",\"error\":404}");
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return called(
                call, caller -> window.counted(caller.userAndApp(), () -> granted.apply(caller)), Reddit::unauthorized);
    }

    private static Answer me(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data")
                .put("id", caller.login().identity())
                .put("reddit_username", caller.login().login())
                .put("email", caller.login().email());
        return json(200, body.toString());
    }

    private static Answer businesses(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("pagination").putNull("next_url");
        body.putArray("data")
                .addObject()
                .put("id", business(caller))
                .put("name", caller.login().business());
        return json(200, body.toString());
    }

    private static Answer accounts(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("pagination").putNull("next_url");
        ArrayNode data = body.putArray("data");
        caller.accounts()
                .forEach(account -> data.addObject().put("id", account.id()).put("name", account.name()));
        return json(200, body.toString());
    }

    private static Answer account(Caller caller, String id, Optional<String> part) {
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return forbidden();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (part.isEmpty()) {
            body.putObject("data").put("id", id).put("name", account.get().name());
        } else if (part.get().equals("reports")) {
            body.putObject("data").putArray("metrics");
        } else {
            body.putArray("data");
        }
        return json(200, body.toString());
    }

    private static Answer forbidden() {
        return json(403, "{\"error\":{\"code\":403,\"message\":\"Forbidden\"}}");
    }

    private static String business(Caller caller) {
        return "business-" + caller.login().login();
    }

    private static Answer unauthorized() {
        return json(401, "{\"message\":\"Unauthorized\",\"error\":401}")
                .withDefaultHeader("www-authenticate", "Bearer realm=\"reddit\", error=\"invalid_token\"");
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
