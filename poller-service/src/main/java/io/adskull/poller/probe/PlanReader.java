package io.adskull.poller.probe;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.LimitScope;
import java.io.Reader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads one platform's `probes.yaml`. Works on YAML's nodes instead of objects, because these know their lines.
public final class PlanReader {
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Set<String> FIELDS = Set.of("resource", "method", "host", "path", "query", "body", "type");
    private static final Set<String> LIMIT_FIELDS = Set.of("of", "calls", "per");
    private static final String UTC_DAY = "utc-day";
    private static final String JSON = "application/json";
    private static final int MOST_PROBES = 100;

    private final String file;

    /// @param file the name that errors will carry
    public PlanReader(String file) {
        this.file = file;
    }

    /// @throws BrokenPlan at the first thing that is wrong
    public ProbePlan read(Reader text) {
        Node root = compose(text);
        Map<String, Node> parts = fields(root);
        List<Limit> limits = limits(required(parts, "limits", root));
        Map<String, List<Probe>> kinds = new LinkedHashMap<>();
        fields(required(parts, "kinds", root)).forEach((kind, probes) -> kinds.put(kind, probes(probes)));
        if (kinds.isEmpty()) {
            throw broken(root, "no kind of account has a plan");
        }
        return new ProbePlan(limits, kinds);
    }

    private List<Limit> limits(Node list) {
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw broken(list, "expected a list of limits");
        }
        return sequence.getValue().stream().map(this::limit).toList();
    }

    private Limit limit(Node node) {
        Map<String, Node> fields = fields(node);
        refuseUnknown(fields, LIMIT_FIELDS);
        String scope = text(required(fields, "of", node));
        String per = text(required(fields, "per", node));
        boolean utcDay = per.equals(UTC_DAY);
        try {
            return new Limit(
                    LimitScope.valueOf(scope.toUpperCase(Locale.ROOT)),
                    Double.parseDouble(text(required(fields, "calls", node))),
                    utcDay ? Duration.ofDays(1) : Duration.parse(per),
                    utcDay);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw broken(
                    node,
                    "a limit is of an app, connection, account or endpoint, has a number of calls, and a period such as"
                            + " PT1S, P1D or utc-day");
        }
    }

    private void refuseUnknown(Map<String, Node> fields, Set<String> known) {
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw broken(value, "unknown field \"" + name + "\"");
            }
        });
    }

    private Node compose(Reader text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(text);
            if (root == null) {
                throw new BrokenPlan(file, 1, "the plan is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenPlan(file, line, "not YAML: " + e.getProblem());
        }
    }

    private List<Probe> probes(Node list) {
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw broken(list, "expected a list of probes");
        }
        List<Probe> probes = new ArrayList<>();
        sequence.getValue().forEach(node -> probes.add(probe(node)));
        if (probes.size() > MOST_PROBES) {
            throw broken(list, "a kind of account has " + MOST_PROBES + " probes at most");
        }
        if (probes.getFirst().resource() != Resource.ACCOUNT) {
            throw broken(list, "the first probe must be about ACCOUNT: it tells whether the account is there at all");
        }
        return List.copyOf(probes);
    }

    private Probe probe(Node node) {
        Map<String, Node> fields = fields(node);
        refuseUnknown(fields, FIELDS);
        String method = fields.containsKey("method") ? text(fields.get("method")) : "GET";
        if (!METHODS.contains(method)) {
            throw broken(node, "method must be GET or POST, not \"" + method + "\"");
        }
        Optional<Node> body = Optional.ofNullable(fields.get("body"));
        if (body.isPresent() != method.equals("POST")) {
            throw broken(node, method.equals("POST") ? "a POST needs a body" : "a GET has no body");
        }
        String type = fields.containsKey("type") ? text(fields.get("type")) : JSON;
        return new Probe(
                resource(required(fields, "resource", node)),
                method,
                Optional.ofNullable(fields.get("host")).map(this::text),
                path(required(fields, "path", node)),
                query(fields.get("query")),
                body.map(text -> new Probe.Body(template(text), type)));
    }

    private Resource resource(Node node) {
        String name = text(node);
        return Arrays.stream(Resource.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> broken(node, "unknown resource \"" + name + "\""));
    }

    private String path(Node node) {
        String path = template(node);
        if (!path.matches("(/[A-Za-z0-9._~:{}-]+)+/?")) {
            throw broken(node, "path must be absolute and without query, not \"" + path + "\"");
        }
        return path;
    }

    private Query query(@Nullable Node node) {
        if (node == null) {
            return Query.NONE;
        }
        if (node instanceof ScalarNode) {
            return new Query.Encoded(template(node));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        fields(node).forEach((name, value) -> parameters.put(name, template(value)));
        return new Query.Parameters(Collections.unmodifiableMap(parameters));
    }

    private String template(Node node) {
        String template = text(node);
        Placeholders.unknownIn(template).ifPresent(name -> {
            String known = Placeholders.KNOWN.stream().sorted().collect(Collectors.joining(", "));
            throw broken(node, "unknown placeholder {" + name + "}, known are " + known);
        });
        return template;
    }

    private Map<String, Node> fields(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw broken(node, "expected names and values");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (fields.put(name, tuple.getValueNode()) != null) {
                throw broken(tuple.getKeyNode(), "\"" + name + "\" stands here twice");
            }
        }
        return fields;
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw broken(node, "expected a text");
    }

    private Node required(Map<String, Node> fields, String name, Node in) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> broken(in, "\"" + name + "\" is missing"));
    }

    private BrokenPlan broken(Node at, String reason) {
        return new BrokenPlan(file, at.getStartMark().getLine() + 1, reason);
    }
}
