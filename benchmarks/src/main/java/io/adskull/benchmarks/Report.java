package io.adskull.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What one benchmark found. The names of figures end in their unit.
///
/// @param reference figures of something everybody knows, measured in the same run
/// @param ratios of a figure to its reference, which outlive the machine
/// @param goals of figures
public record Report(
        String name,
        Map<String, Double> figures,
        Map<String, Double> reference,
        Map<String, Double> ratios,
        Map<String, Goal> goals,
        Machine machine) {

    public boolean goalsMet() {
        return goals.entrySet().stream().allMatch(goal -> isMet(goal.getKey()));
    }

    private boolean isMet(String figure) {
        Goal goal = goals.get(figure);
        return goal != null && goal.isMetBy(figures.get(figure));
    }

    /// One object on one line.
    public String json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode report = json.createObjectNode().put("name", name);
        report.set("figures", json.valueToTree(figures));
        report.set("reference", json.valueToTree(reference));
        report.set("ratios", json.valueToTree(ratios));
        ObjectNode all = report.putObject("goals");
        goals.forEach((figure, goal) ->
                all.putObject(figure).put(goal.bound().id, goal.value()).put("met", isMet(figure)));
        report.put("goals_met", goalsMet());
        report.set("machine", json.valueToTree(machine.described()));
        return report.put("commit", machine.commit()).toString();
    }

    /// A table for people.
    public String table() {
        StringBuilder table = new StringBuilder();
        row(table, name, "figure", "reference", "ratio", "goal");
        Map<String, Double> all = new LinkedHashMap<>(figures);
        reference.keySet().forEach(name -> all.putIfAbsent(name, null));
        for (String figure : all.keySet()) {
            row(
                    table,
                    figure,
                    number(figures.get(figure)),
                    number(reference.get(figure)),
                    number(ratios.get(figure)),
                    goal(figure));
        }
        return table.append(machine.sentence()).append('\n').toString();
    }

    private String goal(String figure) {
        Goal goal = goals.get(figure);
        return goal == null
                ? ""
                : goal.bound().sign + " " + number(goal.value()) + (isMet(figure) ? " met" : " MISSED");
    }

    private static void row(StringBuilder table, String... cells) {
        String line = "%-42s %12s %12s %8s  %s".formatted((Object[]) cells);
        table.append(line.stripTrailing()).append('\n');
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        if (value == null) {
            return "";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.3f", value);
    }
}
