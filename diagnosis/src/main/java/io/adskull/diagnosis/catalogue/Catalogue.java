package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Confidence;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.dialect.PlatformError;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    private static final String SHARED = "any/";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String platform;
    private final RuleBook rules;
    private final Endpoints endpoints;
    private final List<KnownCode> codes;

    private Catalogue(String platform, RuleBook rules, Endpoints endpoints, List<KnownCode> codes) {
        this.platform = platform;
        this.rules = rules;
        this.endpoints = endpoints;
        this.codes = codes;
    }

    /// Reads `catalogue.yaml` and the files it lists; a family that starts with `any/` is one that platforms share.
    ///
    /// @throws CatalogueMistake with file and line, when anything in it cannot be meant
    public static Catalogue read(CatalogueSource source) {
        Section index = Section.open(source, "catalogue.yaml")
                .allowOnly(Set.of("platform", "surfaces", "vague-codes", "families", "docs"));
        Vocabulary known = Vocabulary.read(index);
        List<Rule> rules = new ArrayList<>();
        for (String family : index.texts("families")) {
            rules.addAll(family(source, family, known, index.optionalText("docs")));
        }
        return new Catalogue(
                index.text("platform"),
                new RuleBook(rules, known, source.file("catalogue.yaml")),
                Endpoints.read(Section.open(source, "endpoints.yaml")),
                KnownCode.read(source));
    }

    private static List<Rule> family(CatalogueSource source, String family, Vocabulary known, Optional<String> docs) {
        boolean shared = family.startsWith(SHARED);
        CatalogueSource folder = shared ? source.beside("any") : source;
        String name = shared ? family.substring(SHARED.length()) : family;
        Section file = Section.open(folder, name + ".yaml").allowOnly(Set.of("advice", "rules", "docs"));
        Map<String, Advice> advice = Advice.read(file);
        List<Section> entries = file.sections("rules");
        refuseUnusedAdvice(file, advice, entries);
        var place = new Rule.Family(
                folder.folder() + "/" + name, shared, file.optionalText("docs").or(() -> docs));
        return entries.stream()
                .map(rule -> Rule.read(rule, place, known, advice))
                .toList();
    }

    /// What the failure is called, who must act, and how. Never fails.
    ///
    /// @param endpoint path or address of the call, if known
    public Diagnosis diagnose(PlatformError error, Optional<String> endpoint, Circumstances circumstances) {
        Case asked = ask(error, endpoint, circumstances);
        Rule rule = rules.decide(asked);
        Optional<Resource> resource = rule.resource().or(asked::resource);
        Advice.Text text = rule.advice().said(resource, circumstances.connectedAs());
        String called = endpoint.or(error::mentionedPath).orElse("");
        Map<Placeholder, String> values = values(error, called, resource, circumstances);
        return new Diagnosis(
                rule.id(),
                rule.cause(),
                rule.actor(),
                rule.severity(),
                error.whole() || rule.confidence() != Confidence.CERTAIN ? rule.confidence() : Confidence.LIKELY,
                rule.awaitsEvidence(),
                rule.retryable(),
                error.retryAfter().or(rule::pause),
                error.limit().or(rule::limit),
                rule.action(),
                resource,
                filled(text.title(), values),
                filled(text.explanation(), values),
                filled(text.steps(), values),
                text.forwardable().flatMap(template -> template.fill(values)),
                text.docs().or(rule::docs),
                error.code(),
                error.message().map(message -> shortened(message, LONGEST_QUOTE)),
                error.logId().or(error::requestId),
                error.requestId(),
                evidence(rule, error, values),
                rule.check().flatMap(template -> template.fill(values)),
                text.mistakenFor().flatMap(template -> template.fill(values)));
    }

    private Case ask(PlatformError error, Optional<String> endpoint, Circumstances circumstances) {
        String words = error.message().map(Words::plain).orElse("");
        String path = endpoint.or(error::mentionedPath).orElse("").toLowerCase(Locale.ROOT);
        Optional<Resource> resource = circumstances
                .resource()
                .or(() -> endpoints.resourceOf(path))
                .or(() -> path.isEmpty() ? endpoints.resourceIn(words) : Optional.empty());
        List<String> enough = endpoints.scopeIdsOf(error.mentionedPath().orElse(path));
        return new Case(
                error,
                words,
                path,
                resource,
                circumstances.visibility(),
                circumstances.connection(),
                Grant.of(enough, circumstances.grantedScopes()),
                circumstances.reconnectedInVain(),
                rules.vague(error.codes()));
    }

    /// What is said about one code; empty when nothing is.
    public Optional<CodeEntry> entry(String code) {
        return CodeEntry.find(this, codes, code);
    }

    /// Whether a rule names this code, by itself or by its family's range.
    public boolean knows(String code) {
        return rules.knows(code);
    }

    /// Whether the platform uses this code for anything, so that the words beside it must decide.
    public boolean vague(String code) {
        return rules.saysNothing(code);
    }

    /// The diagnosis of an answer that holds this code and nothing else; cheaper than the whole [#entry].
    public Diagnosis alone(String code) {
        return CodeEntry.alone(this, code);
    }

    /// Every code that is named in public, in the order of `codes.tsv`.
    public List<KnownCode> codes() {
        return codes;
    }

    List<Rule> rules() {
        return rules.rules();
    }

    private List<String> evidence(Rule rule, PlatformError error, Map<Placeholder, String> values) {
        List<String> evidence = new ArrayList<>();
        evidence.addAll(filled(rule.evidence(), values));
        evidence.add(said(error));
        if (!error.whole()) {
            evidence.add("The answer was cut off; what it said before that is all there is.");
        }
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
        if (error.message().isEmpty()) {
            return said.append('.').toString();
        }
        String words = shortened(error.message().get(), 300);
        return said.append(": \u201c")
                .append(words)
                .append(Template.endsSentence(words) ? "\u201d" : "\u201d.")
                .toString();
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
        error.mentionedScope()
                .or(() -> endpoints.scopeOf(error.mentionedPath().orElse(path.toLowerCase(Locale.ROOT))))
                .ifPresent(scope -> values.put(Placeholder.SCOPE, scope));
        circumstances.connectedAt().ifPresent(at -> values.put(Placeholder.CONNECTED_ON, DAY.format(at)));
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

    /// Those that can be.
    private static List<String> filled(List<Template> templates, Map<Placeholder, String> values) {
        List<String> filled = new ArrayList<>(templates.size());
        for (Template template : templates) {
            template.fill(values).ifPresent(filled::add);
        }
        return filled;
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
