package io.adskull.simulator.snapchat;

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

/// Snapchat: who the login is, and its organizations with their ad accounts.
@Singleton
public final class Snapchat extends OauthPlatform {
    private static final Pattern ACCOUNT =
            Pattern.compile("/v1/adaccounts/([^/]+)(?:/(campaigns|ads|stats|creatives|segments|pixels))?");

    Snapchat(AuthorizationServer.Builder servers) {
        super("snapchat", servers);
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return accountIn(call, ACCOUNT);
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return called(call, caller -> account(caller, account.group(1), Optional.ofNullable(account.group(2))));
        }
        return switch (call.path()) {
            case "/v1/me" -> called(call, caller -> me(caller));
            case "/v1/me/organizations" -> called(call, caller -> organizations(caller));
            default -> refusal(404, "E3003", "Resource can not be found");
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return called(call, granted, () -> Answer.text(401, "unauthorized"));
    }

    private static Answer me(Caller caller) {
        ObjectNode body = success();
        body.putObject("me")
                .put("id", caller.login().identity())
                .put("email", caller.login().email())
                .put("display_name", caller.login().person());
        return json(200, body.toString());
    }

    private static Answer organizations(Caller caller) {
        ObjectNode body = success();
        body.putObject("paging");
        ArrayNode organizations = body.putArray("organizations");
        if (!caller.login().adAccounts().isEmpty()) {
            ObjectNode organization = organizations
                    .addObject()
                    .put("sub_request_status", "SUCCESS")
                    .putObject("organization")
                    .put("id", caller.login().identity().replace("2f15f8ac", "40d6719b"))
                    .put("name", caller.login().business());
            ArrayNode accounts = organization.putArray("ad_accounts");
            caller.accounts()
                    .forEach(account ->
                            accounts.addObject().put("id", account.id()).put("name", account.name()));
        }
        return json(200, body.toString());
    }

    private static Answer account(Caller caller, String id, Optional<String> part) {
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return refusal(403, "E3002", "Caller does not have permission");
        }
        ObjectNode body = success();
        if (part.isPresent()) {
            body.putObject("paging");
            body.putArray(part.get().equals("stats") ? "total_stats" : part.get());
        } else {
            body.putArray("adaccounts")
                    .addObject()
                    .put("sub_request_status", "SUCCESS")
                    .putObject("adaccount")
                    .put("id", id)
                    .put("name", account.get().name())
                    .put("status", account.get().detail("status").orElse("ACTIVE"));
        }
        return json(200, body.toString());
    }

    private static Answer refusal(int status, String code, String message) {
        return json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("request_status", "ERROR")
                        .put("request_id", "57affee3")
                        .put("debug_message", message)
                        .put("display_message", "We're sorry, but the requested resource is not available at this time")
                        .put("error_code", code)
                        .toString());
    }

    private static ObjectNode success() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("request_status", "SUCCESS")
                .put("request_id", "57affee3");
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
