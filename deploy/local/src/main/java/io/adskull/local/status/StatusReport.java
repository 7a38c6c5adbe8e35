package io.adskull.local.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.process.RunFolder;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `status` tells: one line for everything that has a name, also where two names share a process.
public record StatusReport(List<Line> lines) {

    /// @param pid empty when it does not run
    public record Line(String name, String url, ComponentState state, OptionalLong pid) {}

    static StatusReport of(Components components, RunFolder run, Instant now) {
        return new StatusReport(components.all().parallelStream()
                .flatMap(component -> lines(component, run, now))
                .toList());
    }

    private static Stream<Line> lines(Component component, RunFolder run, Instant now) {
        ComponentState state = ComponentState.of(component, run, now);
        OptionalLong pid = run.running(component.name()).stream()
                .mapToLong(ProcessHandle::pid)
                .findFirst();
        return component.faces().stream().map(face -> new Line(face.name(), face.url(), state, pid));
    }

    public boolean allHealthy() {
        return lines.stream().allMatch(line -> line.state() == ComponentState.HEALTHY);
    }

    /// `{"components":[{"name","url","state","pid"}]}`; `pid` is null for what does not run.
    public String json() {
        var root = new ObjectMapper().createObjectNode();
        var array = root.putArray("components");
        for (Line line : lines) {
            var object = array.addObject()
                    .put("name", line.name())
                    .put("url", line.url())
                    .put("state", line.state().word());
            if (line.pid().isPresent()) {
                object.put("pid", line.pid().getAsLong());
            } else {
                object.putNull("pid");
            }
        }
        return root.toPrettyString();
    }

    public String table() {
        return lines.stream()
                .map(line -> "%-20s %-10s %-34s %s"
                        .formatted(
                                line.name(),
                                line.state().word(),
                                line.url(),
                                line.pid().isPresent()
                                        ? Long.toString(line.pid().getAsLong())
                                        : "")
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
