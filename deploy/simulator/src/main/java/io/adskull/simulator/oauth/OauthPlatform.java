package io.adskull.simulator.oauth;

import io.adskull.simulator.SimulatedPlatform;
import io.adskull.simulator.control.Consents;
import io.adskull.simulator.control.Counts;
import io.adskull.simulator.control.Whose;
import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.oauth.consent.RedirectRule;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.traffic.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A platform whose OAuth is data; a subclass adds its own endpoints and envelopes. Everything below `/<name>/` is
/// its own, faults and the request log come with it.
public abstract class OauthPlatform implements SimulatedPlatform, Consents {
    private final String name;
    private final AuthorizationServer oauth;

    protected OauthPlatform(String name, AuthorizationServer.Builder servers) {
        this.name = name;
        this.oauth = servers.build(name);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String pathPrefix() {
        return "/" + name;
    }

    @Override
    public final Optional<String> tokenPath() {
        return Optional.ofNullable(oauth.description().token()).map(Description.Token::path);
    }

    /// What people call it.
    public final String title() {
        return oauth.description().title();
    }

    /// The consent page as an app would open it; leads back to the token service of a local system.
    public final String trial() {
        Description.Consent page = oauth.description().consent();
        Map<String, String> query = new LinkedHashMap<>();
        query.put(page.clientName(), oauth.settings().appId().orElse("demo"));
        query.put("redirect_uri", "http://localhost:8081/callback/" + name);
        query.put("response_type", "code");
        query.put(
                "scope",
                page.scopes().stream().map(Description.Scope::id).collect(Collectors.joining(page.separator())));
        query.put("state", "try");
        return RedirectRule.with(pathPrefix() + page.path(), query);
    }

    public final AuthorizationServer oauth() {
        return oauth;
    }

    /// Answers whatever is not the consent page, the token or the revocation endpoint.
    protected abstract Answer api(ApiCall call);

    /// For a platform that refuses every token in the same words, whatever is wrong with it.
    protected final Answer called(ApiCall call, Function<Caller, Answer> granted, Supplier<Answer> refused) {
        return oauth.check(bearer(call)) instanceof AccessCheck.Granted(Caller caller)
                ? granted.apply(caller)
                : refused.get();
    }

    /// The ad accounts that a call names, for faults and the log; a token says the rest.
    protected List<String> accountsNamed(ApiCall call) {
        return List.of();
    }

    /// The account that a path names, where it is of this form.
    ///
    /// @param form its group `id`, or else its first one, is the account
    protected static List<String> accountIn(ApiCall call, Pattern form) {
        Matcher path = form.matcher(call.path());
        return path.matches() ? List.of(path.group(form.namedGroups().getOrDefault("id", 1))) : List.of();
    }

    /// The access token of a call, for faults and the log; a platform that wants it elsewhere says so here.
    protected Optional<String> bearer(ApiCall call) {
        return call.bearer();
    }

    /// What the address of the consent page asks for; a platform that asks in another way says so here.
    protected ConsentAsked asked(ApiCall call) {
        return oauth.asked(call);
    }

    @Override
    public final void withdraw(Whose whose) {
        oauth.grants().withdraw(fits(whose));
    }

    @Override
    public final void narrow(Whose whose, List<String> scopes) {
        oauth.grants().narrow(fits(whose), scopes);
    }

    @Override
    public final Counts counts() {
        return oauth.counts();
    }

    private Predicate<Grant> fits(Whose whose) {
        return grant -> oauth.world()
                .login(grant.login())
                .map(login -> new Caller(grant, login, grant.scopes()))
                .filter(caller -> whose.fits(
                        grant.login(), Optional.of(caller.login().identity()), account -> caller.account(account)
                                .isPresent()))
                .isPresent();
    }

    final Answer answer(ApiCall call) {
        return oauth.answer(call, this).orElseGet(() -> api(call));
    }
}
