package io.adskull.simulator.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.limit.Limits;
import io.adskull.simulator.oauth.AccessCheck;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.AuthorizationServer;
import io.adskull.simulator.oauth.Caller;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.GrantState;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// X: the three steps of OAuth 1.0a, and the ad accounts of whoever signed.
@Singleton
public final class XAds extends OauthPlatform {
    private static final Pattern ACCOUNT = Pattern.compile(
            "/12/(?<stats>stats/)?accounts/(?<id>[^/]+)(?:/(?<part>campaigns|line_items|custom_audiences))?");

    /// Temporary tokens by what they were asked for; gone with a restart.
    private final Map<String, Temporary> temporary = new ConcurrentHashMap<>();

    private final Clock clock;
    private final RateWindows windows;

    XAds(AuthorizationServer.Builder servers, Clock clock, Limits limits) {
        super("x", servers);
        this.clock = clock;
        this.windows = new RateWindows(limits.of("x"), clock);
    }

    private record Temporary(String app, URI callback) {
        String redirect() {
            return callback.toString().replaceAll("\\?.*", "");
        }

        Optional<String> state() {
            return Optional.ofNullable(callback.getRawQuery())
                    .filter(query -> query.startsWith("state="))
                    .map(query -> query.substring("state=".length()));
        }
    }

    @Override
    protected ConsentAsked asked(ApiCall call) {
        String token = call.query().getOrDefault("oauth_token", "");
        Optional<Temporary> asked = Optional.ofNullable(temporary.get(token));
        return new ConsentAsked(
                asked.map(Temporary::app),
                asked.map(Temporary::redirect),
                List.of("ads"),
                asked.flatMap(Temporary::state),
                Optional.empty(),
                Map.of("oauth_token", token),
                call.query());
    }

    @Override
    protected Optional<String> bearer(ApiCall call) {
        return SignedCall.of(call)
                .map(signed -> signed.parameter("oauth_token"))
                .filter(token -> !token.isBlank());
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return accountIn(call, ACCOUNT);
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return called(
                    call,
                    caller -> account(
                            caller,
                            account.group("id"),
                            account.group("part") == null && account.group("stats") == null));
        }
        return switch (call.path()) {
            case "/oauth/request_token" -> requested(call);
            case "/oauth/access_token" -> exchanged(call);
            case "/1.1/oauth/invalidate_token" -> called(call, this::takenBack);
            case "/12/accounts" -> called(call, XAds::accounts);
            default -> refusal(404, "ROUTE_NOT_FOUND", "The requested resource could not be found");
        };
    }

    private Answer requested(ApiCall call) {
        Optional<SignedCall> signed = SignedCall.of(call)
                .filter(known -> oauth().client().known(known.parameter("oauth_consumer_key")))
                .filter(known -> known.signedWith(appSecret(), ""));
        if (signed.isEmpty()) {
            return Answer.json(
                    401,
                    "{\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}",
                    OptionalInt.empty());
        }
        String token = UUID.randomUUID().toString().replace("-", "");
        temporary.put(
                token,
                new Temporary(
                        signed.get().parameter("oauth_consumer_key"),
                        URI.create(signed.get().parameter("oauth_callback"))));
        return Answer.text(
                200,
                "oauth_token=" + token + "&oauth_token_secret="
                        + oauth().grants().handOut(secretOf(token)) + "&oauth_callback_confirmed=true");
    }

    private Answer exchanged(ApiCall call) {
        Optional<SignedCall> signed = SignedCall.of(call).filter(known -> {
            String token = known.parameter("oauth_token");
            return temporary.containsKey(token) && known.signedWith(appSecret(), secretOf(token));
        });
        if (signed.isPresent()
                && Optional.ofNullable(temporary.get(signed.get().parameter("oauth_token")))
                        .filter(asked -> codeIsFor(signed.get().parameter("oauth_verifier"), asked))
                        .isPresent()
                && oauth().grants().read(signed.get().parameter("oauth_verifier"), Grant.Kind.CODE)
                        instanceof GrantState.Alive(Grant code)
                && oauth().grants().redeem(code)) {
            temporary.remove(signed.get().parameter("oauth_token"));
            String token = oauth().grants().write(code.next(Grant.Kind.ACCESS, Grants.newId(), clock.instant(), null));
            var login = oauth().world().login(code.login()).orElseThrow();
            return Answer.text(
                    200,
                    "oauth_token=" + token + "&oauth_token_secret="
                            + oauth().grants().handOut(secretOf(token)) + "&user_id=" + login.identity()
                            + "&screen_name=" + login.business());
        }
        return Answer.text(401, "Invalid request token.");
    }

    /// Whether the verifier was given for the consent that this temporary token stands for.
    private boolean codeIsFor(String verifier, Temporary asked) {
        return oauth().grants().read(verifier, Grant.Kind.CODE) instanceof GrantState.Alive(Grant code)
                && code.proof() != null
                && code.proof().redirectUri().equals(asked.redirect());
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        boolean signed = SignedCall.of(call)
                .filter(known -> known.signedWith(appSecret(), secretOf(known.parameter("oauth_token"))))
                .isPresent();
        return signed && oauth().check(bearer(call)) instanceof AccessCheck.Granted(Caller caller)
                ? windows.counted(caller.userAndApp(), caller.firstOf(accountsNamed(call)), () -> granted.apply(caller))
                : refusal(401, "UNAUTHORIZED_ACCESS", "This request is not properly authenticated");
    }

    private Answer takenBack(Caller caller) {
        oauth().grants().endConsent(caller.grant());
        return Answer.json(200, "{\"access_token\":\"gone\"}", OptionalInt.empty());
    }

    private static Answer accounts(Caller caller) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        caller.accounts().forEach(account -> data.add(row(account)));
        body.putNull("next_cursor").putObject("request").putObject("params");
        return Answer.json(200, body.toString(), OptionalInt.empty());
    }

    private static Answer account(Caller caller, String id, boolean itself) {
        Optional<AdAccount> account = caller.account(id);
        if (account.isEmpty()) {
            return refusal(403, "NOT_FOUND", "User does not have permission to access this account");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (itself) {
            body.set("data", row(account.get()));
        } else {
            body.putArray("data");
        }
        body.putObject("request").putObject("params");
        return Answer.json(200, body.toString(), OptionalInt.empty());
    }

    private static ObjectNode row(AdAccount account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.id())
                .put("name", account.name())
                .put("approval_status", account.detail("approval_status").orElse("ACCEPTED"))
                .put("deleted", false);
    }

    static Answer refusal(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", code).put("message", message);
        body.putObject("request").putObject("params");
        return Answer.json(status, body.toString(), OptionalInt.empty());
    }

    private String appSecret() {
        return oauth().settings().appSecret().orElse("");
    }

    /// Of any token, so that it outlives a restart as the token does.
    private static String secretOf(String token) {
        return UUID.nameUUIDFromBytes(("secret of " + token).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
