package io.adskull.simulator.oauth.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.ClientApp;
import io.adskull.simulator.oauth.Description;
import io.adskull.simulator.oauth.Description.Scope;
import io.adskull.simulator.oauth.Placeholders;
import io.adskull.simulator.oauth.Settings;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.world.Login;
import io.adskull.simulator.oauth.world.World;
import io.adskull.simulator.traffic.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jboss.logging.Logger;

/// Shows the consent page and turns the person's decision into a redirect. A form with only `login` and `decision`
/// stands for "everything is ticked".
public final class ConsentDesk {
    private static final Logger LOG = Logger.getLogger(ConsentDesk.class);

    private final String platform;
    private final Description description;
    private final ClientApp client;
    private final RedirectRule redirects;
    private final World world;
    private final ConsentCodes codes;

    public ConsentDesk(
            String platform,
            Clock clock,
            Description description,
            Settings settings,
            ClientApp client,
            World world,
            Grants grants) {
        this.platform = platform;
        this.description = description;
        this.client = client;
        this.redirects = new RedirectRule(settings, platform);
        this.world = world;
        this.codes = new ConsentCodes(clock, description, settings, grants);
    }

    public Answer answer(ApiCall call, ConsentAsked asked) {
        String problem = problem(asked);
        if (!problem.isEmpty() || !call.method().equals("POST")) {
            return page(call, asked, problem, problem.isEmpty());
        }
        String redirectUri = asked.redirectUri().orElseThrow();
        Map<String, String> back = new LinkedHashMap<>();
        if (call.parameter("decision").equals(Optional.of("authorize"))) {
            Optional<Login> login = call.parameter("login").map(String::strip).flatMap(world::login);
            if (login.isEmpty()) {
                return page(call, asked, "Nobody of that name is here. Choose one of the logins.", true);
            }
            back.putAll(asked.echoed());
            back.put(description.consent().codeName(), codes.issue(call, asked, login.get()));
            LOG.infof("authorised platform=%s login=%s", platform, login.get().login());
        } else {
            back.putAll(cancelled(asked));
        }
        asked.state().ifPresent(state -> back.put("state", state));
        return redirect(RedirectRule.with(redirectUri, back));
    }

    private Map<String, String> cancelled(ConsentAsked asked) {
        Map<String, JsonNode> values = new HashMap<>();
        asked.parameters().forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        Map<String, String> words = new LinkedHashMap<>();
        description.consent().cancelled().forEach((name, template) -> Placeholders.fill(
                        TextNode.valueOf(template), values)
                .ifPresent(value -> words.put(name, value.textValue())));
        return words;
    }

    private String problem(ConsentAsked asked) {
        if (asked.client().filter(client::known).isEmpty()) {
            return "This app does not exist or has been blocked: check "
                    + description.consent().clientName() + ".";
        }
        if (asked.redirectUri().filter(redirects::allows).isEmpty()) {
            return "The redirect address is not one that the app registered: check redirect_uri.";
        }
        if (asked.parameters().containsKey("code_challenge")
                && !"S256".equals(asked.parameters().get("code_challenge_method"))) {
            return "Only code_challenge_method=S256 is possible.";
        }
        Set<String> unknown = new HashSet<>(asked.scopes());
        description.consent().scopes().stream().map(Scope::id).forEach(unknown::remove);
        return unknown.isEmpty() ? "" : "These scopes do not exist: " + String.join(" ", unknown) + ".";
    }

    private Answer page(ApiCall call, ConsentAsked asked, String problem, boolean possible) {
        List<Scope> shown =
                codes.scopes(asked).stream().filter(scope -> !scope.implied()).toList();
        String action = call.query().isEmpty()
                ? "/" + platform + call.path()
                : RedirectRule.with("/" + platform + call.path(), call.query());
        ConsentPage page = new ConsentPage(
                description.title(),
                action,
                asked.client().orElse(""),
                asked.redirectUri().orElse(""),
                world.described(),
                shown,
                problem,
                possible);
        return html(problem.isEmpty() ? 200 : 400, page.html());
    }

    private static Answer html(int status, String html) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                html,
                OptionalInt.empty(),
                Duration.ZERO,
                false,
                Optional.empty());
    }

    private static Answer redirect(String address) {
        return new Answer(
                303, Map.of("Location", address), "", OptionalInt.empty(), Duration.ZERO, false, Optional.empty());
    }
}
