package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a rule applies: every part that is not empty must hold.
///
/// @param vagueCode whether a missing code is as good as one of `codes`: the platform's vague ones, which decide
/// nothing
record Condition(
        List<Pattern> message,
        Set<String> codes,
        List<NumberRange> codeRanges,
        boolean vagueCode,
        Set<String> surfaces,
        Optional<Pattern> endpoint,
        Set<Resource> resources,
        List<NumberRange> statuses,
        Set<Visibility> visibility,
        Set<String> transport,
        Set<String> accountStatus) {
    private static final String ANY = "ANY";
    private static final String VAGUE = "vague";
    private static final Set<String> KEYS = Set.of(
            "message",
            "code",
            "surface",
            "endpoint",
            "resource",
            "status",
            "visibility",
            "transport",
            "account-status");

    /// What a rule hangs on. The first that matches wins, so that words come before numbers.
    enum Tier {
        ACCOUNT_STATUS,
        MESSAGE,
        CODE,
        CODE_RANGE,
        STATUS,
        REST
    }

    static Condition read(Section when, Vocabulary known) {
        when.allowOnly(KEYS);
        List<String> codes = when.texts("code");
        for (String surface : when.texts("surface")) {
            if (!known.surfaces().contains(surface)) {
                throw when.mistake(
                        "surface",
                        "surface \"" + surface + "\" does not exist; known: "
                                + String.join(
                                        ", ", known.surfaces().stream().sorted().toList()));
            }
        }
        return new Condition(
                when.texts("message").stream()
                        .map(regex -> Words.pattern(when, "message", regex))
                        .toList(),
                codes.stream()
                        .flatMap(code -> code.equals(VAGUE) ? known.vagueCodes().stream() : Stream.of(code))
                        .filter(code -> !isRange(code))
                        .collect(ordered()),
                codes.stream()
                        .filter(Condition::isRange)
                        .map(code -> NumberRange.of(when, "code", code))
                        .toList(),
                codes.contains(VAGUE),
                Set.copyOf(when.texts("surface")),
                when.optionalText("endpoint").map(Pattern::compile),
                names(when, "resource", Resource.class),
                when.texts("status").stream()
                        .map(status -> NumberRange.of(when, "status", status))
                        .toList(),
                names(when, "visibility", Visibility.class),
                Set.copyOf(when.texts("transport")),
                Set.copyOf(when.texts("account-status")));
    }

    Tier tier() {
        if (!accountStatus.isEmpty()) {
            return Tier.ACCOUNT_STATUS;
        }
        if (!message.isEmpty()) {
            return Tier.MESSAGE;
        }
        if (!codes.isEmpty()) {
            return Tier.CODE;
        }
        if (!codeRanges.isEmpty()) {
            return Tier.CODE_RANGE;
        }
        return statuses.isEmpty() ? Tier.REST : Tier.STATUS;
    }

    /// How many kinds of things must hold.
    int weight() {
        return (int) parts().filter(part -> !part.isEmpty()).count();
    }

    boolean namesByRange(String code) {
        return number(code).filter(n -> within(codeRanges, n)).isPresent();
    }

    boolean holds(Case c) {
        PlatformError error = c.error();
        return (message.isEmpty() || speaks(c))
                && codeHolds(error)
                && holds(surfaces, Optional.of(error.surface()))
                && endpoint.map(p -> p.matcher(c.path()).find()).orElse(true)
                && holds(resources, c.resource())
                && (statuses.isEmpty()
                        || error.httpStatus().filter(s -> within(statuses, s)).isPresent())
                && holds(visibility, Optional.of(c.visibility()))
                && holds(transport, error.transportError())
                && (accountStatus.contains(ANY)
                        ? error.accountStatus().isPresent()
                        : holds(accountStatus, error.accountStatus()));
    }

    /// Whether one answer could satisfy both; patterns count as overlapping only when they are the same.
    boolean overlaps(Condition other) {
        return overlap(patterns(message), patterns(other.message))
                && codesOverlap(other)
                && overlap(surfaces, other.surfaces)
                && overlap(
                        patterns(endpoint.stream().toList()),
                        patterns(other.endpoint.stream().toList()))
                && overlap(resources, other.resources)
                && rangesOverlap(statuses, other.statuses)
                && overlap(visibility, other.visibility)
                && overlap(transport, other.transport)
                && overlap(accountStatus, other.accountStatus);
    }

    private boolean speaks(Case c) {
        if (c.error().foreign() && surfaces.isEmpty()) {
            return false;
        }
        return !c.words().isEmpty()
                && message.stream().anyMatch(p -> p.matcher(c.words()).find());
    }

    private boolean codeHolds(PlatformError error) {
        if (codes.isEmpty() && codeRanges.isEmpty()) {
            return true;
        }
        if (error.code().isEmpty()) {
            return vagueCode;
        }
        return error.code()
                .filter(code -> codes.contains(code)
                        || number(code).filter(n -> within(codeRanges, n)).isPresent())
                .isPresent();
    }

    private boolean codesOverlap(Condition other) {
        boolean open = codes.isEmpty() && codeRanges.isEmpty() || other.codes.isEmpty() && other.codeRanges.isEmpty();
        return open
                || !Collections.disjoint(codes, other.codes)
                || codeRanges.stream().anyMatch(r -> other.codeRanges.stream().anyMatch(r::overlaps));
    }

    private static boolean rangesOverlap(List<NumberRange> some, List<NumberRange> others) {
        return some.isEmpty()
                || others.isEmpty()
                || some.stream().anyMatch(r -> others.stream().anyMatch(r::overlaps));
    }

    private static <T> boolean overlap(Collection<T> some, Collection<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    private static <T> boolean holds(Set<T> allowed, Optional<T> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }

    private static boolean within(List<NumberRange> ranges, int number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    private static Optional<Integer> number(String code) {
        return code.matches("-?\\d{1,9}") ? Optional.of(Integer.parseInt(code)) : Optional.empty();
    }

    private static boolean isRange(String code) {
        return code.matches("\\d+-\\d+");
    }

    private static List<String> patterns(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::pattern).toList();
    }

    private Stream<Collection<?>> parts() {
        Set<Object> anyCode = new LinkedHashSet<>(codes);
        anyCode.addAll(codeRanges);
        return Stream.of(
                message,
                anyCode,
                surfaces,
                endpoint.stream().toList(),
                resources,
                statuses,
                visibility,
                transport,
                accountStatus);
    }

    private static <E extends Enum<E>> Set<E> names(Section when, String key, Class<E> type) {
        return when.texts(key).stream().map(text -> when.name(key, text, type)).collect(ordered());
    }

    private static <T> java.util.stream.Collector<T, ?, Set<T>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
