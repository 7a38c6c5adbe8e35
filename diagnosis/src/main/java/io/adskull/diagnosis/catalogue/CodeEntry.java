package io.adskull.diagnosis.catalogue;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a catalogue says about one code, and whether the code alone says it.
///
/// @param source where the code is named in public; empty when only a family's range or prefix covers it
/// @param decides whether the code by itself is enough; else the words beside it may mean any of `otherwise`
/// @param alone the diagnosis of an answer that holds this code and nothing else
/// @param otherwise what words beside the code can make of it
public record CodeEntry(
        String code, Optional<String> source, boolean decides, Diagnosis alone, List<Possibility> otherwise) {

    /// @param examples words that mean it
    public record Possibility(Cause cause, Actor actor, List<String> examples) {}

    private static final int MOST_EXAMPLES = 3;

    /// Empty when nothing in the catalogue is about this code.
    static Optional<CodeEntry> find(Catalogue catalogue, List<KnownCode> known, String code) {
        Optional<String> source = known.stream()
                .filter(k -> k.code().equals(code))
                .map(KnownCode::source)
                .findFirst();
        if (source.isEmpty() && !catalogue.knows(code)) {
            return Optional.empty();
        }
        Diagnosis alone = catalogue.diagnose(said(code, Optional.empty()), Optional.empty(), Circumstances.unknown());
        List<Possibility> otherwise = possibilities(catalogue, code, alone);
        return Optional.of(new CodeEntry(code, source, otherwise.isEmpty(), alone, otherwise));
    }

    /// Every rule's own examples, put beside the code: what comes out is what the words can make of it.
    private static List<Possibility> possibilities(Catalogue catalogue, String code, Diagnosis alone) {
        Map<List<Enum<?>>, List<String>> found = new LinkedHashMap<>();
        for (Rule rule : catalogue.rules()) {
            for (String example : rule.examples()) {
                if (!rule.when().surfaces().isEmpty()) {
                    continue;
                }
                Diagnosis with =
                        catalogue.diagnose(said(code, Optional.of(example)), Optional.empty(), Circumstances.unknown());
                if (with.cause() != alone.cause() && with.rule().equals(rule.id())) {
                    found.computeIfAbsent(List.of(with.cause(), with.actor()), k -> new ArrayList<>())
                            .add(example);
                }
            }
        }
        return found.entrySet().stream()
                .map(entry -> new Possibility(
                        (Cause) entry.getKey().get(0),
                        (Actor) entry.getKey().get(1),
                        entry.getValue().stream().limit(MOST_EXAMPLES).toList()))
                .sorted(Comparator.comparing(Possibility::cause))
                .toList();
    }

    private static PlatformError said(String code, Optional<String> message) {
        return new PlatformError(
                "",
                false,
                true,
                List.of(code),
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
