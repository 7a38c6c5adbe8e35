package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to tell people about a failure: shared by the rules that name it, worded apart for a resource or for a way
/// of being connected where screens differ.
record Advice(Text general, Map<Resource, Variant> byResource, Map<ConnectedAs, Variant> byConnection) {
    private static final Set<String> TEXT_KEYS =
            Set.of("title", "explanation", "steps", "forwardable", "docs", "mistaken-for");
    private static final Set<String> KEYS =
            Set.of("title", "explanation", "steps", "forwardable", "docs", "mistaken-for", "for", "as");

    /// @param mistakenFor what people often take it for, and why it is not that
    record Text(
            Template title,
            Template explanation,
            List<Template> steps,
            Optional<Template> forwardable,
            Optional<String> docs,
            Optional<Template> mistakenFor) {}

    /// What is said otherwise; the rest is as in general. Steps of its own leave the general text to forward
    /// behind, which asks for other steps.
    record Variant(
            Optional<Template> title,
            Optional<Template> explanation,
            List<Template> steps,
            Optional<Template> forwardable,
            Optional<String> docs,
            Optional<Template> mistakenFor) {

        Text over(Text text) {
            return new Text(
                    title.orElse(text.title()),
                    explanation.orElse(text.explanation()),
                    steps.isEmpty() ? text.steps() : steps,
                    forwardable.or(() -> steps.isEmpty() ? text.forwardable() : Optional.empty()),
                    docs.or(text::docs),
                    mistakenFor.or(text::mistakenFor));
        }

        private static Variant read(Section section) {
            return new Variant(
                    certain(section, "title"),
                    certain(section, "explanation"),
                    Advice.steps(section),
                    template(section, "forwardable"),
                    Advice.docs(section),
                    template(section, "mistaken-for"));
        }
    }

    /// How the account is connected outweighs the resource.
    Text said(Optional<Resource> resource, Optional<ConnectedAs> connectedAs) {
        Text text = general;
        Variant about = resource.map(byResource::get).orElse(null);
        if (about != null) {
            text = about.over(text);
        }
        Variant connected = connectedAs.map(byConnection::get).orElse(null);
        return connected == null ? text : connected.over(text);
    }

    /// Every list of steps that somebody may be shown.
    List<List<Template>> allSteps() {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(general.steps()),
                        byResource.values().stream().map(Variant::steps),
                        byConnection.values().stream().map(Variant::steps))
                .flatMap(steps -> steps)
                .filter(steps -> !steps.isEmpty())
                .toList();
    }

    static Map<String, Advice> read(Section parent) {
        Map<String, Advice> all = new LinkedHashMap<>();
        if (parent.has("advice")) {
            Section advice = parent.section("advice");
            advice.keys().forEach(name -> all.put(name, one(advice.section(name))));
        }
        return all;
    }

    private static Advice one(Section section) {
        section.allowOnly(KEYS);
        Text general = new Text(
                certain(section, "title").orElseThrow(() -> section.mistake("\"title\" is missing")),
                certain(section, "explanation").orElseThrow(() -> section.mistake("\"explanation\" is missing")),
                steps(section),
                template(section, "forwardable"),
                docs(section),
                template(section, "mistaken-for"));
        if (general.steps().isEmpty()) {
            throw section.mistake("\"steps\" is missing");
        }
        return new Advice(
                general, variants(section, "for", Resource.class), variants(section, "as", ConnectedAs.class));
    }

    private static <E extends Enum<E>> Map<E, Variant> variants(Section section, String key, Class<E> type) {
        Map<E, Variant> variants = new EnumMap<>(type);
        if (section.has(key)) {
            Section given = section.section(key);
            for (String name : given.keys()) {
                variants.put(
                        given.name(name, name, type),
                        Variant.read(given.section(name).allowOnly(TEXT_KEYS)));
            }
        }
        return variants;
    }

    private static List<Template> steps(Section section) {
        List<Template> steps = section.texts("steps").stream()
                .map(step -> Template.of(section, "steps", step))
                .toList();
        if (!steps.isEmpty() && steps.stream().noneMatch(Template::certain)) {
            throw section.mistake("steps", "every step needs a value that may be unknown, so that none could be left");
        }
        return steps;
    }

    private static Optional<Template> certain(Section section, String key) {
        Optional<Template> template = template(section, key);
        if (template.filter(t -> !t.certain()).isPresent()) {
            throw section.mistake(key, "\"" + key + "\" must not need a value that may be unknown");
        }
        return template;
    }

    private static Optional<Template> template(Section section, String key) {
        return section.optionalText(key).map(text -> Template.of(section, key, text));
    }

    private static Optional<String> docs(Section section) {
        Optional<String> docs = section.optionalText("docs");
        if (docs.filter(url -> !url.startsWith("https://")).isPresent()) {
            throw section.mistake("docs", "\"docs\" must be an https address");
        }
        return docs;
    }
}
