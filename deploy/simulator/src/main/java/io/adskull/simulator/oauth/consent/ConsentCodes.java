package io.adskull.simulator.oauth.consent;

import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.Description;
import io.adskull.simulator.oauth.Description.Scope;
import io.adskull.simulator.oauth.Settings;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.world.AdAccount;
import io.adskull.simulator.oauth.world.Login;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns what a person ticked into a code.
final class ConsentCodes {
    private final Clock clock;
    private final Description description;
    private final Settings settings;
    private final Grants grants;

    ConsentCodes(Clock clock, Description description, Settings settings, Grants grants) {
        this.clock = clock;
        this.description = description;
        this.settings = settings;
        this.grants = grants;
    }

    /// The code, which the redirect carries to the app.
    String issue(ApiCall call, ConsentAsked asked, Login login) {
        return grants.write(code(call, asked, login));
    }

    private Grant code(ApiCall call, ConsentAsked asked, Login login) {
        Instant now = clock.instant();
        String id = Grants.newId();
        boolean ticked = call.form().containsKey("ticked");
        List<String> scopes = scopes(asked).stream()
                .filter(scope -> scope.implied()
                        || !(ticked || call.form().containsKey("scope"))
                        || call.form().getOrDefault("scope", List.of()).contains(scope.id()))
                .map(Scope::id)
                .toList();
        Instant end = consentLifetime(login).map(now::plus).orElse(null);
        return new Grant(
                Grant.Kind.CODE,
                id,
                login.login(),
                ticked || call.form().containsKey("account")
                        ? accounts(login, call.form().getOrDefault("account", List.of()))
                        : null,
                scopes,
                new Grant.Consent(id, asked.client().orElseThrow(), now),
                refreshable(asked, login, scopes),
                now,
                now.plus(settings.codeLifetime().orElse(description.code().lifetime())),
                end,
                new Grant.Proof(
                        asked.redirectUri().orElseThrow(), asked.challenge().orElse(null)));
    }

    private Optional<Duration> consentLifetime(Login login) {
        return Optional.ofNullable(login.consentLifetime())
                .or(() -> settings.consentLifetime())
                .or(() -> Optional.ofNullable(description.refresh().consentLifetime()));
    }

    private boolean refreshable(ConsentAsked asked, Login login, List<String> scopes) {
        Description.Refresh refresh = description.refresh();
        boolean again = grants.consentedBefore(login.login(), asked.client().orElseThrow());
        return has(asked, refresh.givenWith())
                && (!again || has(asked, refresh.givenAgainWith()))
                && (refresh.givenWithScope() == null || scopes.contains(refresh.givenWithScope()));
    }

    private static boolean has(ConsentAsked asked, @Nullable Map<String, String> needed) {
        return asked.parameters()
                .entrySet()
                .containsAll(Objects.requireNonNullElse(needed, Map.<String, String>of())
                        .entrySet());
    }

    /// Only those of the login; nothing to remember when all of them are ticked.
    private static @Nullable List<String> accounts(Login login, List<String> ticked) {
        List<String> own = login.adAccounts().stream()
                .map(AdAccount::id)
                .filter(ticked::contains)
                .toList();
        return own.size() == login.adAccounts().size() ? null : own;
    }

    /// Those of the platform that the app asks for.
    List<Scope> scopes(ConsentAsked asked) {
        return description.consent().scopes().stream()
                .filter(scope -> asked.scopes().contains(scope.id()))
                .toList();
    }
}
