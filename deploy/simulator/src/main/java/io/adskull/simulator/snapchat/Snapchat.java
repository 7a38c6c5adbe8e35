package io.adskull.simulator.snapchat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.AuthorizationServer;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import java.util.function.Function;

/// Snapchat: who the login is, and its organizations with their ad accounts.
@Singleton
public final class Snapchat extends OauthPlatform {
    Snapchat(AuthorizationServer.Builder servers) {
        super("snapchat", servers);
    }

    @Override
    protected Answer api(ApiCall call) {
        return switch (call.path()) {
            case "/v1/me" -> called(call, caller -> me(caller));
            case "/v1/me/organizations" -> called(call, caller -> organizations(caller));
            default ->
                json(
                        404,
                        "{\"request_status\":\"ERROR\",\"request_id\":\"1\",\"debug_message\":\"Resource can not be found\",\"display_message\":\"We're sorry, but the requested resource is not available at this time\",\"error_code\":\"E3003\"}");
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
