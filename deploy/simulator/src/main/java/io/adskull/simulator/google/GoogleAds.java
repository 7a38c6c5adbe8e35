package io.adskull.simulator.google;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Google Ads: user info, the customers a person reaches, and the searches that name them.
@Singleton
public final class GoogleAds extends OauthPlatform {
    private static final String SCOPE = "https://www.googleapis.com/auth/adwords";
    private static final String ACCESSIBLE = "/v22/customers:listAccessibleCustomers";
    private static final Pattern SEARCH = Pattern.compile("/v22/customers/([0-9]+)/googleAds:search");

    private final Quotas quotas;

    GoogleAds(AuthorizationServer.Builder servers, Limits limits) {
        super("google", servers);
        this.quotas = new Quotas(limits.of("google"));
    }

    @Override
    protected List<String> accountsNamed(ApiCall call) {
        return accountIn(call, SEARCH);
    }

    @Override
    protected Answer api(ApiCall call) {
        Matcher search = SEARCH.matcher(call.path());
        if (call.path().equals("/v3/userinfo")) {
            return called(call, GoogleAds::userInfo);
        }
        if (call.path().equals(ACCESSIBLE) && call.method().equals("GET")) {
            return called(
                    call, caller -> developer(call, caller, Optional.empty()).orElseGet(() -> accessible(caller)));
        }
        if (search.matches() && call.method().equals("POST")) {
            return called(call, caller -> developer(call, caller, Optional.of(search.group(1)))
                    .orElseGet(() -> Searches.answer(call, caller, search.group(1))));
        }
        return Answer.text(404, "Not Found");
    }

    private Answer called(ApiCall call, Function<Caller, Answer> granted) {
        return switch (oauth().check(call.bearer())) {
            case AccessCheck.Granted(Caller caller) -> granted.apply(caller);
            case AccessCheck.Expired ignored -> GoogleRefusal.badToken();
            case AccessCheck.Revoked ignored -> GoogleRefusal.badToken();
            case AccessCheck.Unknown ignored -> GoogleRefusal.badToken();
            case AccessCheck.Absent ignored -> GoogleRefusal.noToken();
        };
    }

    /// Why the app may not call for this person, if so: the scope first, then the developer token and what is left of
    /// its quotas.
    private Optional<Answer> developer(ApiCall call, Caller caller, Optional<String> customer) {
        if (!caller.granted(SCOPE)) {
            return Optional.of(GoogleRefusal.scopeMissing());
        }
        Optional<String> shown = call.header("developer-token");
        if (shown.isEmpty()) {
            return Optional.of(GoogleRefusal.DEVELOPER_TOKEN_PARAMETER_MISSING.answer());
        }
        boolean wrong = oauth().settings()
                .developerToken()
                .filter(known -> !known.equals(shown.get()))
                .isPresent();
        return wrong
                ? Optional.of(GoogleRefusal.DEVELOPER_TOKEN_INVALID.answer())
                : quotas.exceeded(shown.get(), customer);
    }

    private static Answer userInfo(Caller caller) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("sub", caller.login().identity());
        if (caller.granted("email") || caller.granted("https://www.googleapis.com/auth/userinfo.email")) {
            info.put("email", caller.login().email()).put("email_verified", true);
        }
        return Answer.json(200, info.toString(), OptionalInt.empty());
    }

    private static Answer accessible(Caller caller) {
        if (caller.login().adAccounts().isEmpty()) {
            return GoogleRefusal.NOT_ADS_USER.answer();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode names = body.putArray("resourceNames");
        caller.accounts().stream()
                .filter(account -> account.parent() == null)
                .map(AdAccount::id)
                .forEach(id -> names.add("customers/" + id));
        return Answer.json(200, body.toString(), OptionalInt.empty());
    }
}
