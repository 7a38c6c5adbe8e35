package io.adskull.simulator.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.Yaml;
import io.adskull.simulator.fault.Fault;
import io.adskull.simulator.fault.FaultBook;
import io.adskull.simulator.fault.FaultReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Every scenario of every platform, and the faults they order.
@Singleton
public final class Scenarios {
    /// @param faults the ids of the ordered faults
    public record Playing(List<String> faults, Scenario scenario) {}

    private final FaultBook book;
    private final TreeMap<String, Staged> byName = new TreeMap<>();

    private record Staged(String platform, Scenario scenario) {}

    Scenarios(FaultBook book) {
        this.book = book;
        List<Scenario> ofTokenEndpoints = read("platforms/oauth-scenarios.yaml");
        for (String platform : book.platforms()) {
            read("platforms/" + platform + "/scenarios.yaml").forEach(scenario -> add(platform, scenario));
            book.tokenPath(platform)
                    .ifPresent(
                            path -> ofTokenEndpoints.forEach(scenario -> add(platform, scenario.at(platform, path))));
        }
    }

    private static List<Scenario> read(String resource) {
        return Yaml.list(resource, new TypeReference<>() {});
    }

    private void add(String platform, Scenario scenario) {
        byName.put(scenario.name(), new Staged(platform, scenario));
    }

    public List<Scenario> all() {
        return byName.values().stream().map(Staged::scenario).toList();
    }

    public Optional<Playing> play(String name, Optional<String> account) {
        return Optional.ofNullable(byName.get(name)).map(staged -> play(staged, account));
    }

    /// @return how many faults went; nothing when there is no such scenario
    public Optional<Integer> stop(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(staged -> book.remove(fault -> fault.scenario().equals(Optional.of(name))));
    }

    private Playing play(Staged staged, Optional<String> wanted) {
        Scenario scenario = staged.scenario();
        Optional<String> account = wanted.or(() -> Optional.ofNullable(scenario.account()));
        List<String> ids = new ArrayList<>();
        for (JsonNode described : scenario.faults().reversed()) {
            ObjectNode order = (ObjectNode) Scenario.filled(described, "{account}", account.orElse("unknown"));
            order.put("platform", staged.platform());
            account.ifPresent(id -> order.put("account", id));
            Fault fault = book.order(FaultReader.read(order, book.platforms()), Optional.of(scenario.name()));
            ids.addFirst(fault.id());
        }
        return new Playing(ids, scenario);
    }
}
