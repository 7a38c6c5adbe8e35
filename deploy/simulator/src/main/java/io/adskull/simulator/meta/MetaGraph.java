package io.adskull.simulator.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.limit.Limits;
import io.adskull.simulator.oauth.AccessCheck;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.AuthorizationServer;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Meta: who the login is, what it granted, its ad accounts, and what a token is worth.
@Singleton
public final class MetaGraph extends OauthPlatform {
    /// From the consent on, whatever the token's own life.
    private static final Duration DATA_ACCESS = Duration.ofDays(90);

    private static final Pattern ACCOUNT = Pattern.compile("/v23\\.0/act_([0-9]+)(?:/([a-z_]+))?");
    private static final Set<String> EDGES = Set.of(
            "campaigns", "adsets", "ads", "adrules_library", "customaudiences", "adspixels", "adcreatives", "insights");

    private final Usage usage;

    MetaGraph(AuthorizationServer.Builder servers, Limits limits) {
        super("meta", servers);
        this.usage = new Usage(limits.of("meta"));
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
            case "/v23.0/me" -> called(call, MetaGraph::me);
            case "/v23.0/me/adaccounts" -> called(call, MetaGraph::accounts);
            case "/v23.0/me/permissions" ->
                called(call, caller -> call.method().equals("DELETE") ? takenBack(caller) : permissions(caller));
            case "/v23.0/debug_token" -> inspected(call);
            default -> refusal(400, 2500, 0, "Unknown path components: " + call.path());
        };
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return switch (oauth().check(call.bearer().or(() -> call.parameter("access_token")))) {
            case AccessCheck.Granted(Caller caller) ->
                usage.counted(
                        caller.grant().consent().app(),
                        caller.firstOf(accountsNamed(call)),
                        () -> granted.apply(caller));
            case AccessCheck.Expired e -> refusal(400, 190, 463, "Error validating access token: Session has expired.");
            case AccessCheck.Revoked r ->
                refusal(400, 190, 458, "Error validating access token: The user has not authorized application.");
            case AccessCheck.Unknown u ->
                refusal(400, 190, 0, "Invalid OAuth access token - Cannot parse access token");
            case AccessCheck.Absent a ->
                refusal(
                        400,
                        2500,
                        0,
                        "An active access token must be used to query information about the current user.");
        };
    }

    private static Answer me(Caller caller) {
        return json(JsonNodeFactory.instance
                .objectNode()
                .put("id", caller.login().identity())
                .put("name", caller.login().business()));
    }

    private static Answer accounts(Caller caller) {
        if (!caller.granted("ads_read") && !caller.granted("ads_management")) {
            return refusal(403, 200, 0, "(#200) Requires ads_read or ads_management permission to manage the object");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        caller.accounts().forEach(account -> data.addObject()
                .put("account_id", account.id())
                .put("name", account.name())
                .put("id", "act_" + account.id()));
        body.putObject("paging").putObject("cursors").put("before", "QVFI").put("after", "QVFI");
        return json(body);
    }

    private static Answer adAccount(Caller caller, String id, Optional<String> edge) {
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return refusal(
                    400,
                    100,
                    33,
                    "Unsupported get request. Object with ID 'act_" + id + "' does not exist, cannot be loaded due to "
                            + "missing permissions, or does not support this operation.");
        }
        if (!caller.granted("ads_read") && !caller.granted("ads_management")) {
            return refusal(403, 200, 0, "(#200) Ad account owner has NOT grant ads_management or ads_read permission");
        }
        if (edge.isPresent() && !EDGES.contains(edge.get())) {
            return refusal(400, 2500, 0, "Unknown path components: /" + edge.get());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (edge.isPresent()) {
            body.putArray("data");
            return json(body);
        }
        return json(body.put("account_id", id)
                .put("name", account.get().name())
                .put(
                        "account_status",
                        Integer.parseInt(account.get().detail("account_status").orElse("1")))
                .put(
                        "disable_reason",
                        Integer.parseInt(account.get().detail("disable_reason").orElse("0")))
                .put("id", "act_" + id));
    }

    private Answer permissions(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        oauth().description().consent().scopes().forEach(scope -> data.addObject()
                .put("permission", scope.id())
                .put("status", caller.granted(scope.id()) ? "granted" : "declined"));
        return json(body);
    }

    private Answer takenBack(Caller caller) {
        oauth().grants().endConsent(caller.grant());
        return json(JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private Answer inspected(ApiCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data").put("type", "USER");
        switch (oauth().check(call.parameter("input_token"))) {
            case AccessCheck.Granted(Caller caller) -> {
                var grant = caller.grant();
                data.put("is_valid", true)
                        .put(
                                "expires_at",
                                grant.expiresAt() == null
                                        ? 0
                                        : grant.expiresAt().getEpochSecond())
                        .put(
                                "data_access_expires_at",
                                grant.consent().at().plus(DATA_ACCESS).getEpochSecond())
                        .put("user_id", caller.login().identity());
                caller.scopes().forEach(data.putArray("scopes")::add);
            }
            default -> data.put("is_valid", false);
        }
        return json(body);
    }

    static Answer refusal(int status, int code, int subcode, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error")
                .put("message", message)
                .put("type", "OAuthException")
                .put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", "AbCdEfGhIjK");
        return Answer.json(status, body.toString(), OptionalInt.empty());
    }

    private static Answer json(ObjectNode body) {
        return Answer.json(200, body.toString(), OptionalInt.empty());
    }
}
