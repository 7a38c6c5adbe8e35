package io.adskull.simulator.linkedin;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// LinkedIn: who the member is, and the ad accounts with a role.
@Singleton
public final class LinkedIn extends OauthPlatform {
    private static final Pattern ACCOUNT =
            Pattern.compile("/rest/adAccounts/([0-9]+)(?:/(adCampaigns|adCampaignGroups|creatives))?");
    private static final Pattern REPORTED = Pattern.compile("List\\(urn:li:sponsoredAccount:([0-9]+)\\)");

    LinkedIn(AuthorizationServer.Builder servers) {
        super("linkedin", servers);
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        Matcher account = ACCOUNT.matcher(call.path());
        return account.matches()
                ? List.of(account.group(1))
                : reported(call).stream().toList();
    }

    /// The account of an analytics call, which names it by its urn.
    private static Optional<String> reported(ApiCall call) {
        return Optional.ofNullable(call.query().get("accounts"))
                .map(REPORTED::matcher)
                .filter(Matcher::matches)
                .map(urn -> urn.group(1));
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return called(
                    call, caller -> account(call, caller, account.group(1), Optional.ofNullable(account.group(2))));
        }
        return switch (call.path()) {
            case "/v2/userinfo" -> called(call, caller -> member(caller));
            case "/rest/adAccounts" -> called(call, caller -> accounts(call, caller));
            case "/rest/adAnalytics" -> called(call, caller -> analytics(call, caller));
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
        Optional<Answer> refused = refused(call, caller, "r_ads", "adAccounts.FINDER-search");
        if (refused.isPresent()) {
            return refused.get();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = body.putArray("elements");
        caller.accounts().forEach(account -> elements.add(element(account)));
        body.putObject("metadata");
        return json(200, body.toString());
    }

    private static Answer account(ApiCall call, Caller caller, String id, Optional<String> part) {
        Optional<Answer> refused = refused(call, caller, "r_ads", "adAccounts.GET");
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return denied("adAccounts.GET");
        }
        return part.isPresent()
                ? json(200, "{\"elements\":[],\"metadata\":{}}")
                : json(200, element(account.get()).toString());
    }

    private static Answer analytics(ApiCall call, Caller caller) {
        return refused(call, caller, "r_ads_reporting", "adAnalytics.FINDER-analytics")
                .orElseGet(() -> reported(call).flatMap(caller::account).isPresent()
                        ? json(200, "{\"elements\":[],\"paging\":{\"count\":10,\"start\":0}}")
                        : denied("adAnalytics.FINDER-analytics"));
    }

    private static Optional<Answer> refused(ApiCall call, Caller caller, String scope, String method) {
        if (!caller.granted(scope)) {
            return Optional.of(denied(method));
        }
        return call.header("LinkedIn-Version").isPresent()
                ? Optional.empty()
                : Optional.of(refusal(
                        400,
                        "VERSION_MISSING",
                        0,
                        "A version must be present. Please specify a version by adding the LinkedIn-Version header."));
    }

    /// LinkedIn uses the same words for a missing scope and a missing role.
    private static Answer denied(String method) {
        return refusal(403, "ACCESS_DENIED", 100, "Not enough permissions to access: " + method + ".20261001");
    }

    private static ObjectNode element(AdAccount account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.parseLong(account.id()))
                .put("name", account.name())
                .put("status", account.detail("status").orElse("ACTIVE"));
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
