package io.adskull.simulator.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.simulator.fault.Stage;
import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.CallAccounts;
import io.adskull.simulator.traffic.PlatformCall;
import io.adskull.simulator.traffic.Wire;
import io.quarkus.arc.All;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Gives every platform the addresses below `/<name>/`, so that a new one needs no resource class.
@Singleton
final class OauthRoutes {
    private final List<OauthPlatform> platforms;
    private final Stage stage;
    private final ObjectMapper json;

    OauthRoutes(@All List<OauthPlatform> platforms, Stage stage, ObjectMapper json) {
        this.platforms = platforms;
        this.stage = stage;
        this.json = json;
    }

    void add(@Observes Router router) {
        for (OauthPlatform platform : platforms) {
            router.route(platform.pathPrefix() + "/*")
                    .order(-1)
                    .handler(BodyHandler.create(false))
                    .handler(context -> Wire.send(answer(platform, call(platform, context)), context));
        }
    }

    private Answer answer(OauthPlatform platform, ApiCall call) {
        Optional<Caller> caller = platform.oauth().behind(call, platform.bearer(call));
        PlatformCall seen = new PlatformCall(
                platform.name(),
                call.method(),
                platform.pathPrefix() + call.path(),
                call.query(),
                new CallAccounts(
                        platform.accountsNamed(call),
                        caller.map(Caller::accounts)
                                .filter(accounts -> accounts.size() == 1)
                                .map(accounts -> accounts.getFirst().id()),
                        account -> caller.filter(person -> person.answersTo(account))
                                .isPresent()));
        return stage.play(seen, UUID.randomUUID().toString(), () -> platform.answer(call));
    }

    private ApiCall call(OauthPlatform platform, RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        String body = Optional.ofNullable(context.body().asString(StandardCharsets.UTF_8.name()))
                .orElse("");
        String path =
                decoded(context.request().path().substring(platform.pathPrefix().length()));
        return new ApiCall(
                context.request().method().name(),
                path,
                first(context.queryParams()),
                headers(context.request().headers()),
                form.isEmpty() ? Map.of() : all(form),
                parsed(body),
                body);
    }

    /// Some clients write the colon of `customers:list` as `%3A`.
    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> first(MultiMap values) {
        Map<String, String> first = new LinkedHashMap<>();
        values.forEach((name, value) -> first.putIfAbsent(name, value));
        return first;
    }

    private static Map<String, String> headers(MultiMap values) {
        Map<String, String> headers = new LinkedHashMap<>();
        values.forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static Map<String, List<String>> all(MultiMap values) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.names().forEach(name -> all.put(name, List.copyOf(values.getAll(name))));
        return all;
    }

    private JsonNode parsed(String body) {
        String start = body.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
