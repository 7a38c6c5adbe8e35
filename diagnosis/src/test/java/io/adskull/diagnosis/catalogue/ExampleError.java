package io.adskull.diagnosis.catalogue;

import io.adskull.diagnosis.dialect.PlatformError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The failing answer that a rule's example stands for: the first of everything the rule asks for, and its words.
/// An example may name its surface, as in `gateway: …`.
final class ExampleError {
    private ExampleError() {}

    static PlatformError of(Rule rule, String example) {
        int colon = example.indexOf(": ");
        String named = colon < 0 ? "" : example.substring(0, colon);
        Set<String> surfaces = rule.when().surfaces();
        boolean names = named.equals("gateway") || surfaces.contains(named);
        String surface = names ? named : surfaces.stream().findFirst().orElse("example");
        List<String> codes = rule.when().codes().stream().limit(1).toList();
        Optional<Integer> status =
                rule.when().statuses().stream().map(NumberRange::from).findFirst();
        return new PlatformError(
                surface,
                surface.equals("gateway"),
                true,
                codes,
                Optional.of(names ? example.substring(colon + 2) : example),
                Optional.empty(),
                status,
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
