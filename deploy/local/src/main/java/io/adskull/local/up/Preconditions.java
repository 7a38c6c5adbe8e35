package io.adskull.local.up;

import io.adskull.local.Refusal;
import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import io.adskull.local.port.PortConflict;
import io.adskull.local.server.Postmaster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/// What must hold before the first process starts, so that a start that cannot succeed starts nothing.
final class Preconditions {

    private Preconditions() {}

    static void check(Home home, List<Component> missing) throws IOException {
        allBuilt(home, missing);
        if (missing.stream().anyMatch(component -> component.name().equals("postgres"))) {
            new Postmaster(home.data("postgres")).stopIfOrphaned();
        }
        List<PortConflict> conflicts = PortConflict.of(missing);
        if (!conflicts.isEmpty()) {
            throw new Refusal(PortConflict.sentence(conflicts));
        }
    }

    private static void allBuilt(Home home, List<Component> missing) {
        String unbuilt = missing.stream()
                .filter(component -> !Files.exists(component.program().built()))
                .map(Component::name)
                .collect(Collectors.joining(", "));
        if (!unbuilt.isEmpty()) {
            throw new Refusal("not built yet: %s; run ./adskull up in %s, it builds what is missing"
                    .formatted(unbuilt, home.root()));
        }
    }
}
