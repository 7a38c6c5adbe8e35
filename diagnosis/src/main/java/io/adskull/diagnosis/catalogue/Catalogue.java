package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one platform's failures mean, read from its YAML folder. Immutable and thread-safe.
public final class Catalogue {
    /// As much as an incident carries of the platform's own words.
    private static final int LONGEST_QUOTE = 500;

    private final String platform;
    private final RuleBook rules;
    private final Endpoints endpoints;

    private Catalogue(String platform, RuleBook rules, Endpoints endpoints) {
        this.platform = platform;
        this.rules = rules;
        this.endpoints = endpoints;
    }

    /// Reads `catalogue.yaml` and the files it lists.
    ///
    /// @throws CatalogueMistake with file and line, when anything in it cannot be meant
    public static Catalogue read(CatalogueSource source) {
        Section index = Section.open(source, "catalogue.yaml")
                .allowOnly(Set.of("platform", "surfaces", "vague-codes", "families", "docs"));
        Vocabulary known = Vocabulary.read(index);
        List<Rule> rules = new ArrayList<>();
        for (String family : index.texts("families")) {
            Section file = Section.open(source, family + ".yaml").allowOnly(Set.of("advice", "rules", "docs"));
            Map<String, Advice> advice = Advice.read(file);
            Optional<String> docs = file.optionalText("docs").or(() -> index.optionalText("docs"));
            List<Section> entries = file.sections("rules");
            entries.forEach(rule -> rules.add(Rule.read(rule, source.folder() + "/" + family, known, advice, docs)));
            refuseUnusedAdvice(file, advice, entries);
        }
        return new Catalogue(
                index.text("platform"),
                new RuleBook(rules, source.file("catalogue.yaml")),
                Endpoints.read(Section.open(source, "endpoints.yaml")));
    }

    /// What the failure is called, who must act, and how. Never fails.
    ///
    /// @param endpoint path or address of the call, if known
    public Diagnosis diagnose(PlatformError error, Optional<String> endpoint, Circumstances circumstances) {
        String words = error.message().map(Words::plain).orElse("");
        String path = endpoint.or(error::mentionedPath).orElse("").toLowerCase(Locale.ROOT);
        Optional<Resource> asked = circumstances
                .resource()
                .or(() -> endpoints.resourceOf(path))
                .or(() -> path.isEmpty() ? endpoints.resourceIn(words) : Optional.empty());
        Rule rule = rules.decide(new Case(error, words, path, asked, circumstances.visibility()));
        Optional<Resource> resource = rule.resource().or(() -> asked);
        Advice.Text text = rule.advice().forResource(resource);
        Map<Placeholder, String> values = values(error, path, resource, circumstances);
        return new Diagnosis(
                rule.id(),
                rule.cause(),
                rule.actor(),
                rule.severity(),
                rule.confidence(),
                rule.awaitsEvidence(),
                rule.retryable(),
                error.retryAfter().or(rule::pause),
                rule.action(),
                resource,
                filled(text.title(), values),
                filled(text.explanation(), values),
                text.steps().stream()
                        .flatMap(step -> step.fill(values).stream())
                        .toList(),
                text.forwardable().flatMap(template -> template.fill(values)),
                text.docs().or(rule::docs),
                error.code(),
                error.message().map(message -> shortened(message, LONGEST_QUOTE)),
                error.logId().or(error::requestId),
                error.requestId(),
                evidence(rule, error, values));
    }

    /// Whether a rule names this code, by itself or by its family's range.
    public boolean knows(String code) {
        return rules.knows(code);
    }

    List<Rule> rules() {
        return rules.rules();
    }

    private List<String> evidence(Rule rule, PlatformError error, Map<Placeholder, String> values) {
        List<String> evidence = new ArrayList<>();
        rule.evidence().forEach(sentence -> sentence.fill(values).ifPresent(evidence::add));
        evidence.add(said(error));
        return evidence;
    }

    private String said(PlatformError error) {
        StringBuilder said = new StringBuilder(platform);
        if (error.transportError().isPresent()) {
            return said.append(" gave no answer (")
                    .append(error.transportError().get())
                    .append(").")
                    .toString();
        }
        said.append(" answered");
        error.httpStatus().ifPresent(status -> said.append(" HTTP ").append(status));
        error.code().ifPresent(code -> said.append(" code ").append(code));
        error.accountStatus()
                .ifPresent(status -> said.append(" account status ").append(status));
        error.message()
                .ifPresent(message ->
                        said.append(": \u201c").append(shortened(message, 300)).append('\u201d'));
        return said.append('.').toString();
    }

    private Map<Placeholder, String> values(
            PlatformError error, String path, Optional<Resource> resource, Circumstances circumstances) {
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        Optional<String> accountId = circumstances.accountId().or(error::mentionedAccount);
        circumstances
                .accountName()
                .or(() -> accountId.map(id -> "ad account " + id))
                .ifPresent(name -> values.put(Placeholder.ACCOUNT, name));
        accountId.ifPresent(id -> values.put(Placeholder.ACCOUNT_ID, id));
        circumstances.businessName().ifPresent(name -> values.put(Placeholder.BUSINESS, name));
        resource.ifPresent(r -> values.put(Placeholder.RESOURCE, r.displayName()));
        resource.flatMap(endpoints::screenOf).ifPresent(screen -> values.put(Placeholder.SCREEN, screen));
        endpoints.scopeOf(error.mentionedPath().orElse(path)).ifPresent(scope -> values.put(Placeholder.SCOPE, scope));
        if (!path.isEmpty()) {
            values.put(Placeholder.ENDPOINT, path);
        }
        error.code().ifPresent(code -> values.put(Placeholder.CODE, code));
        error.message().ifPresent(message -> values.put(Placeholder.MESSAGE, shortened(message, 300)));
        error.accountStatus().ifPresent(status -> values.put(Placeholder.STATUS, status));
        error.logId().or(error::requestId).ifPresent(id -> values.put(Placeholder.LOG_ID, id));
        values.put(Placeholder.PLATFORM, platform);
        return values;
    }

    private static String filled(Template template, Map<Placeholder, String> values) {
        return template.fill(values).orElseThrow(() -> new IllegalStateException("a required text stayed open"));
    }

    private static String shortened(String message, int longest) {
        return message.length() <= longest ? message : message.substring(0, longest - 1) + "\u2026";
    }

    private static void refuseUnusedAdvice(Section file, Map<String, Advice> advice, List<Section> rules) {
        List<String> used = rules.stream().map(rule -> rule.text("advice")).toList();
        for (String name : advice.keySet()) {
            if (!used.contains(name)) {
                Section all = file.section("advice");
                throw all.mistake(name, "no rule uses advice \"" + name + "\"");
            }
        }
    }
}
