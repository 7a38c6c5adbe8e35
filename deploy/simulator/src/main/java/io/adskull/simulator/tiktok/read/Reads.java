package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.simulator.Yaml;
import io.adskull.simulator.tiktok.Caller;
import io.adskull.simulator.tiktok.Reply;
import io.adskull.simulator.tiktok.TikTokCall;
import io.adskull.simulator.tiktok.demo.Advertiser;
import io.adskull.simulator.tiktok.demo.Login;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers every endpoint of `endpoints.yaml`: parameters, then access, then the account's rows.
@Singleton
public final class Reads {
    private final Map<String, Endpoint> byPath = new HashMap<>();

    Reads() {
        Yaml.list("platforms/tiktok/endpoints.yaml", new TypeReference<List<Endpoint>>() {})
                .forEach(endpoint -> byPath.put(endpoint.path(), endpoint));
    }

    public Optional<Endpoint> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public Reply answer(Endpoint endpoint, TikTokCall call, Caller caller) {
        Optional<Reply> wrong = wrongParameter(endpoint, call);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (endpoint.of()) {
            case ADVERTISER -> {
                String id = call.parameter("advertiser_id").orElseThrow();
                yield caller.advertiser(id)
                        .map(advertiser -> rows(endpoint, call, List.of(values(advertiser, caller.login()))))
                        .orElseGet(() -> Reply.noPermission("No permission to operate advertiser: " + id));
            }
            case BUSINESS_CENTER, BUSINESS_CENTER_OR_EMPTY -> businessCenter(endpoint, call, caller);
            case USER -> rows(endpoint, call, owners(endpoint, caller));
        };
    }

    private Reply businessCenter(Endpoint endpoint, TikTokCall call, Caller caller) {
        String id = call.parameter("bc_id").orElseThrow();
        if (id.equals(caller.login().bcId())) {
            return rows(endpoint, call, owners(endpoint, caller));
        }
        return endpoint.of() == Endpoint.Owner.BUSINESS_CENTER_OR_EMPTY
                ? rows(endpoint, call, List.of())
                : Reply.noPermission("You don't have permission to operate this business center:" + id + ".");
    }

    private static Optional<Reply> wrongParameter(Endpoint endpoint, TikTokCall call) {
        for (String needed : endpoint.needed()) {
            if (call.parameter(needed).isEmpty()) {
                return Optional.of(Reply.missing(needed));
            }
        }
        for (Map.Entry<String, List<String>> choice : endpoint.allowed().entrySet()) {
            Optional<String> value = call.parameter(choice.getKey());
            if (value.isPresent() && !choice.getValue().contains(value.get())) {
                return Optional.of(Reply.invalid(
                        choice.getKey() + ": Must be one of: " + String.join(", ", choice.getValue()) + "."));
            }
        }
        return Optional.empty();
    }

    private static Reply rows(Endpoint endpoint, TikTokCall call, List<Map<String, String>> owners) {
        List<JsonNode> rows = owners.stream()
                .flatMap(values -> endpoint.rows().stream().map(row -> Rows.filled(row, values)))
                .toList();
        return endpoint.list() == null
                ? Reply.ok(rows.getFirst())
                : Page.of(call, endpoint.list(), rows, endpoint.largestPage());
    }

    private static List<Map<String, String>> owners(Endpoint endpoint, Caller caller) {
        if (endpoint.each()) {
            return caller.advertisers().stream()
                    .map(advertiser -> values(advertiser, caller.login()))
                    .toList();
        }
        return caller.login().bcId() == null && endpoint.list() != null ? List.of() : List.of(values(caller.login()));
    }

    private static Map<String, String> values(Advertiser advertiser, Login login) {
        Map<String, String> values = values(login);
        values.put("account", advertiser.id());
        values.put("name", advertiser.name());
        return values;
    }

    private static Map<String, String> values(Login login) {
        String bcId = login.bcId() == null ? "" : login.bcId();
        String masked = login.email().charAt(0) + "***"
                + login.email().substring(login.email().indexOf('@'));
        return new HashMap<>(Map.of(
                "account", bcId.isEmpty() ? login.login() : bcId,
                "bc_id", bcId,
                "name", login.business(),
                "business", login.business(),
                "person", login.person(),
                "email", login.email(),
                "masked_email", masked));
    }
}
