package io.adskull.diagnosis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// One mapping of a catalogue file. It remembers where it stands, so that every mistake is reported with file and
/// line.
final class Section {
    /// Nobody asks whether a scalar looks like a number or a date, so nothing tries.
    private static final Resolver ALL_TEXT = new Resolver() {
        @Override
        protected void addImplicitResolvers() {}
    };

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Section(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw new CatalogueMistake(file, lineOf(node), "expected keys and values here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new CatalogueMistake(file, lineOf(tuple.getKeyNode()), "key \"" + key + "\" stands here twice");
            }
        }
    }

    /// @throws CatalogueMistake when the file is missing, not YAML or not a mapping
    static Section open(CatalogueSource source, String name) {
        try (InputStream bytes = source.bytes(name);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return parse(source.file(name), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.file(name), e);
        }
    }

    private static Section parse(String file, Reader reader) {
        try {
            LoaderOptions options = new LoaderOptions();
            Node root =
                    new Composer(new ParserImpl(new StreamReader(reader), options), ALL_TEXT, options).getSingleNode();
            if (root == null) {
                throw new CatalogueMistake(file, 1, "the file is empty");
            }
            return new Section(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new CatalogueMistake(file, line, "not YAML: " + e.getProblem());
        }
    }

    String file() {
        return file;
    }

    int line() {
        return lineOf(node);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    Section allowOnly(Set<String> allowed) {
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw mistake(
                        key,
                        "unknown key \"" + key + "\"; known here: "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        return this;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> mistake("\"" + key + "\" is missing"));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar).map(text -> notBlank(key, text));
    }

    /// A single text counts as a list of one; a missing key as an empty list.
    List<String> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            List<String> texts = new ArrayList<>();
            sequence.getValue().forEach(item -> texts.add(notBlank(key, scalar(item))));
            if (texts.isEmpty()) {
                throw mistake(key, "\"" + key + "\" is empty");
            }
            return texts;
        }
        return List.of(notBlank(key, scalar(value)));
    }

    Section section(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw mistake("\"" + key + "\" is missing");
        }
        return new Section(file, value);
    }

    List<Section> sections(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw mistake(key, "\"" + key + "\" must be a list");
        }
        return sequence.getValue().stream().map(item -> new Section(file, item)).toList();
    }

    /// One of an enum's names, as the file writes it.
    <E extends Enum<E>> E name(String key, Class<E> type) {
        return name(key, text(key), type);
    }

    <E extends Enum<E>> E name(String key, String text, Class<E> type) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw mistake(key, "\"" + text + "\" is no " + type.getSimpleName());
        }
    }

    Optional<Boolean> flag(String key) {
        return optionalText(key).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistake(key, "\"" + key + "\" must be true or false");
        });
    }

    CatalogueMistake mistake(String what) {
        return new CatalogueMistake(file, line(), what);
    }

    CatalogueMistake mistake(String key, String what) {
        Node value = values.get(key);
        return new CatalogueMistake(file, value == null ? line() : lineOf(value), what);
    }

    private String notBlank(String key, String text) {
        if (text.isBlank()) {
            throw mistake(key, "\"" + key + "\" is blank");
        }
        return text;
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode text) {
            return text.getValue().strip();
        }
        throw new CatalogueMistake(file, lineOf(value), "expected one text here");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
