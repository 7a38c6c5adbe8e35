package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to tell people about a failure: shared by the rules that name it, worded apart for a resource where
/// screens differ.
record Advice(Text general, Map<Resource, Text> byResource) {
    private static final Set<String> TEXT_KEYS = Set.of("title", "explanation", "steps", "forwardable", "docs");
    private static final Set<String> KEYS = Set.of("title", "explanation", "steps", "forwardable", "docs", "for");

    record Text(
            Template title,
            Template explanation,
            List<Template> steps,
            Optional<Template> forwardable,
            Optional<String> docs) {}

    Text forResource(Optional<Resource> resource) {
        return resource.map(byResource::get).orElse(general);
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
                docs(section));
        if (general.steps().isEmpty()) {
            throw section.mistake("\"steps\" is missing");
        }
        Map<Resource, Text> byResource = new EnumMap<>(Resource.class);
        if (section.has("for")) {
            Section variants = section.section("for");
            for (String name : variants.keys()) {
                Section variant = variants.section(name).allowOnly(TEXT_KEYS);
                List<Template> steps = steps(variant);
                byResource.put(
                        variants.name(name, name, Resource.class),
                        new Text(
                                certain(variant, "title").orElse(general.title()),
                                certain(variant, "explanation").orElse(general.explanation()),
                                steps.isEmpty() ? general.steps() : steps,
                                template(variant, "forwardable").or(general::forwardable),
                                docs(variant).or(general::docs)));
            }
        }
        return new Advice(general, byResource);
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
