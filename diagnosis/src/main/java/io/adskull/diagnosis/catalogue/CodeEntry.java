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
    /// @param meant the diagnosis of the first of them
    public record Possibility(Cause cause, Actor actor, List<String> examples, Diagnosis meant) {}

    /// What one example makes of the code.
    private record Reading(String example, Diagnosis meant) {}

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
        Diagnosis alone = alone(catalogue, code);
        List<Possibility> otherwise = possibilities(catalogue, code, alone);
        return Optional.of(new CodeEntry(code, source, otherwise.isEmpty(), alone, otherwise));
    }

    /// Every rule's own examples, put beside the code: what comes out is what the words can make of it.
    private static List<Possibility> possibilities(Catalogue catalogue, String code, Diagnosis alone) {
        Map<List<Enum<?>>, List<Reading>> found = new LinkedHashMap<>();
        for (Rule rule : catalogue.rules()) {
            for (String example : rule.examples()) {
                if (!rule.when().surfaces().isEmpty()) {
                    continue;
                }
                Diagnosis with =
                        catalogue.diagnose(said(code, Optional.of(example)), Optional.empty(), Circumstances.unknown());
                if (with.cause() != alone.cause() && with.rule().equals(rule.id())) {
                    found.computeIfAbsent(List.of(with.cause(), with.actor()), k -> new ArrayList<>())
                            .add(new Reading(example, with));
                }
            }
        }
        return found.values().stream()
                .map(CodeEntry::possibility)
                .sorted(Comparator.comparing(Possibility::cause))
                .toList();
    }

    private static Possibility possibility(List<Reading> readings) {
        Diagnosis meant = readings.getFirst().meant();
        return new Possibility(
                meant.cause(),
                meant.actor(),
                readings.stream().limit(MOST_EXAMPLES).map(Reading::example).toList(),
                meant);
    }

    /// The diagnosis of an answer that holds this code and nothing else.
    static Diagnosis alone(Catalogue catalogue, String code) {
        return catalogue.diagnose(said(code, Optional.empty()), Optional.empty(), Circumstances.unknown());
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
