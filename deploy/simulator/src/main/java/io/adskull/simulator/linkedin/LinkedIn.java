package io.adskull.simulator.linkedin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.oauth.AccessCheck;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.AuthorizationServer;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import java.util.function.Function;

/// LinkedIn: who the member is, and the ad accounts with a role.
@Singleton
public final class LinkedIn extends OauthPlatform {
    LinkedIn(AuthorizationServer.Builder servers) {
        super("linkedin", servers);
    }

    @Override
    protected Answer api(ApiCall call) {
        return switch (call.path()) {
            case "/v2/userinfo" -> called(call, caller -> member(caller));
            case "/rest/adAccounts" -> called(call, caller -> accounts(call, caller));
            default -> refusal(404, "NOT_FOUND", 0, "No virtual resource found");
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return switch (oauth().check(call.bearer())) {
            case AccessCheck.Granted(Caller caller) -> granted.apply(caller);
            case AccessCheck.Expired e ->
                refusal(401, "EXPIRED_ACCESS_TOKEN", 65602, "The token used in the request has expired");
            case AccessCheck.Revoked r ->
                refusal(
                        401,
                        "REVOKED_ACCESS_TOKEN",
                        65601,
                        "The token used in the request has been revoked by the user");
            case AccessCheck.Unknown u -> refusal(401, "INVALID_ACCESS_TOKEN", 65600, "Invalid access token");
            case AccessCheck.Absent a -> refusal(401, "INVALID_ACCESS_TOKEN", 65600, "Empty oauth2 access token");
        };
    }

    private static Answer member(Caller caller) {
        ObjectNode member = JsonNodeFactory.instance.objectNode();
        member.put("sub", caller.login().identity()).put("name", caller.login().person());
        return json(200, member.toString());
    }

    private static Answer accounts(ApiCall call, Caller caller) {
        if (!caller.granted("r_ads")) {
            return refusal(
                    403, "ACCESS_DENIED", 100, "Not enough permissions to access: adAccounts.FINDER-search.20261001");
        }
        if (call.header("LinkedIn-Version").isEmpty()) {
            return refusal(
                    400,
                    "VERSION_MISSING",
                    0,
                    "A version must be present. Please specify a version by adding the LinkedIn-Version header.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = body.putArray("elements");
        caller.accounts().forEach(account -> elements.addObject()
                .put("id", Long.parseLong(account.id()))
                .put("name", account.name())
                .put("status", "ACTIVE"));
        body.putObject("metadata");
        return json(200, body.toString());
    }

    private static Answer refusal(int status, String code, int serviceErrorCode, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("status", status)
                .put("serviceErrorCode", serviceErrorCode)
                .put("code", code)
                .put("message", message);
        return json(status, body.toString());
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
