package io.adskull.simulator.microsoft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.oauth.AccessCheck;
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

/// Microsoft: who the user is, and the accounts that user may see.
@Singleton
public final class MicrosoftAds extends OauthPlatform {
    MicrosoftAds(AuthorizationServer.Builder servers) {
        super("microsoft", servers);
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return call.header("CustomerAccountId").stream().toList();
    }

    @Override
    protected Answer api(ApiCall call) {
        if (call.header("DeveloperToken").isEmpty()) {
            return refusal(
                    401,
                    105,
                    "InvalidCredentials",
                    "Authentication failed. Either supplied credentials are invalid or the account is inactive");
        }
        return switch (call.path()) {
            case "/CustomerManagement/v13/User/Query" -> called(call, caller -> user(caller));
            case "/CustomerManagement/v13/Accounts/Search" -> called(call, caller -> accounts(caller));
            case "/CustomerManagement/v13/Account/Query" ->
                called(call, caller -> named(caller, call.parameter("AccountId"))
                        .map(MicrosoftAds::account)
                        .orElseGet(MicrosoftAds::noRights));
            case "/CampaignManagement/v13/Campaigns/QueryByAccountId",
                    "/CampaignManagement/v13/UetTags/QueryByIds",
                    "/CampaignManagement/v13/Audiences/QueryByIds" -> called(call, caller -> managed(call, caller));
            default -> Answer.text(404, "Not Found");
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return switch (oauth().check(call.bearer())) {
            case AccessCheck.Granted(Caller caller) -> granted.apply(caller);
            case AccessCheck.Expired e ->
                refusal(401, 109, "AuthenticationTokenExpired", "Authentication token expired.");
            case AccessCheck.Revoked r -> invalid();
            case AccessCheck.Unknown u -> invalid();
            case AccessCheck.Absent a -> invalid();
        };
    }

    private static Answer user(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("User")
                .put("Id", caller.login().identity())
                .put("UserName", caller.login().email());
        return json(200, body.toString());
    }

    private static Answer accounts(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode accounts = body.putArray("Accounts");
        caller.accounts().forEach(account -> accounts.add(row(account)));
        return json(200, body.toString());
    }

    private static Answer account(AdAccount account) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("Account", row(account));
        return json(200, body.toString());
    }

    /// Campaign management wants account and customer in headers.
    private static Answer managed(ApiCall call, Caller caller) {
        if (call.header("CustomerId").isEmpty()) {
            return refusal(400, 116, "RequestMissingHeaders", "Request is missing required HTTP headers.");
        }
        return named(caller, call.header("CustomerAccountId")).isEmpty()
                ? noRights()
                : json(200, "{\"Campaigns\":[],\"UetTags\":[],\"Audiences\":[],\"PartialErrors\":[]}");
    }

    private static Optional<AdAccount> named(Caller caller, Optional<String> id) {
        return id.flatMap(caller::account);
    }

    private static Answer noRights() {
        return refusal(
                403, 106, "UserIsNotAuthorized", "The user does not represent a authorized developer or account.");
    }

    private static ObjectNode row(AdAccount account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Id", Long.parseLong(account.id()))
                .put("Name", account.name())
                .put("Number", "F1" + account.id())
                .put("AccountLifeCycleStatus", account.detail("status").orElse("Active"))
                .put(
                        "ParentCustomerId",
                        Long.parseLong(account.detail("customer").orElse("25100009")));
    }

    private static Answer invalid() {
        return refusal(
                401,
                105,
                "InvalidCredentials",
                "Authentication failed. Either supplied credentials are invalid or the account is inactive");
    }

    private static Answer refusal(int status, int code, String errorCode, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("Errors")
                .addObject()
                .put("Code", code)
                .put("ErrorCode", errorCode)
                .put("Message", message);
        body.put("TrackingId", "7bdbd5ba-1e4b-4f5c-8d1c-0c1f0a527a0f").put("Type", "AdApiFaultDetail");
        return json(status, body.toString());
    }

    private static Answer json(int status, String body) {
        return Answer.json(status, body, OptionalInt.empty());
    }
}
