package io.adskull.local.up;

import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.component.Surroundings;
import io.adskull.local.demo.ConnectDemoAccounts;
import io.adskull.local.process.RunFolder;
import io.adskull.local.process.Started;
import io.adskull.local.topic.EnsureTopics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What there is to do on the way up: every component, the topics once Kafka is there, the demo's accounts once
/// they can be connected.
record Steps(Home home, Ports ports, Map<String, String> environment, Undertaking undertaking, Consumer<String> tell) {

    private static final String TOPICS = "topics";

    /// @param missing components to start; the others are waited for as they may be starting
    List<Step> of(Components components, List<Component> missing) {
        var steps = new ArrayList<Step>();
        for (Component component : components.all()) {
            steps.add(missing.contains(component) ? start(component) : waitFor(component));
            if (component.name().equals("kafka")) {
                steps.add(new Step(TOPICS, Set.of("kafka"), this::ensureTopics));
            }
        }
        boolean demo = components.contains("token-service") && components.contains("simulator");
        if (demo && !Surroundings.isReal(environment)) {
            steps.add(new Step(
                    "demo accounts", Set.of("token-service", "simulator", TOPICS), () -> new ConnectDemoAccounts(ports)
                            .connectMissing()));
        }
        return steps;
    }

    private Step start(Component component) {
        return new Step(component.name(), needs(component), () -> {
            Started started = undertaking.start(component);
            AwaitReady.of(component, started.process().toHandle(), started::obituaryNow);
        });
    }

    private Step waitFor(Component component) {
        return new Step(component.name(), Set.of(), () -> {
            var process = new RunFolder(home.run()).running(component.name());
            if (process.isPresent()) {
                AwaitReady.of(component, process.get(), () -> component.name() + " has ended");
            }
        });
    }

    private static Set<String> needs(Component component) {
        var needs = new HashSet<>(component.needs());
        if (needs.contains("kafka")) {
            needs.add(TOPICS);
        }
        return needs;
    }

    private void ensureTopics() throws InterruptedException {
        EnsureTopics.on("localhost:" + ports.kafka(), Surroundings.topicPrefix(environment))
                .forEach(tell);
    }
}
