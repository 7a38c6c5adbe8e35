package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Standing;
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
/// @param codePrefixes what codes of a family start with, such as `queryError.`
/// @param vagueCode whether the answer's codes must say nothing by themselves
record Condition(
        List<Pattern> message,
        Set<String> codes,
        List<NumberRange> codeRanges,
        Set<String> codePrefixes,
        boolean vagueCode,
        Set<String> surfaces,
        Optional<Pattern> endpoint,
        Set<Resource> resources,
        List<NumberRange> statuses,
        Set<Visibility> visibility,
        Set<Standing> connection,
        Set<Grant> grant,
        boolean reconnectedInVain,
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
            "connection",
            "scope",
            "reconnected-in-vain",
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
                        .filter(code -> !code.equals(VAGUE) && !isRange(code) && !isPrefix(code))
                        .collect(ordered()),
                codes.stream()
                        .filter(Condition::isRange)
                        .map(code -> NumberRange.of(when, "code", code))
                        .toList(),
                codes.stream()
                        .filter(Condition::isPrefix)
                        .map(code -> code.substring(0, code.length() - 1))
                        .collect(ordered()),
                codes.contains(VAGUE),
                Set.copyOf(when.texts("surface")),
                when.optionalText("endpoint").map(Pattern::compile),
                names(when, "resource", Resource.class),
                when.texts("status").stream()
                        .map(status -> NumberRange.of(when, "status", status))
                        .toList(),
                names(when, "visibility", Visibility.class),
                names(when, "connection", Standing.class),
                names(when, "scope", Grant.class),
                when.flag("reconnected-in-vain").orElse(false),
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
        if (!codeRanges.isEmpty() || !codePrefixes.isEmpty()) {
            return Tier.CODE_RANGE;
        }
        return statuses.isEmpty() ? Tier.REST : Tier.STATUS;
    }

    /// How many kinds of things must hold.
    int weight() {
        return (int) parts().filter(part -> !part.isEmpty()).count();
    }

    boolean namesByRange(String code) {
        return codePrefixes.stream().anyMatch(code::startsWith)
                || number(code).filter(n -> within(codeRanges, n)).isPresent();
    }

    boolean holds(Case c) {
        PlatformError error = c.error();
        return (message.isEmpty() || speaks(c))
                && codeHolds(c)
                && holds(surfaces, Optional.of(error.surface()))
                && endpoint.map(p -> p.matcher(c.path()).find()).orElse(true)
                && holds(resources, c.resource())
                && (statuses.isEmpty()
                        || error.httpStatus().filter(s -> within(statuses, s)).isPresent())
                && holds(visibility, Optional.of(c.visibility()))
                && holds(connection, Optional.of(c.connection()))
                && holds(grant, Optional.of(c.grant()))
                && (!reconnectedInVain || c.reconnectedInVain())
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
                && overlap(connection, other.connection)
                && overlap(grant, other.grant)
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

    private boolean codeHolds(Case c) {
        return !asksForCode()
                || vagueCode && c.vague()
                || c.error().codes().stream().anyMatch(this::names);
    }

    private boolean asksForCode() {
        return vagueCode || !codes.isEmpty() || !codeRanges.isEmpty() || !codePrefixes.isEmpty();
    }

    private boolean names(String code) {
        return codes.contains(code) || namesByRange(code);
    }

    private boolean codesOverlap(Condition other) {
        return !asksForCode()
                || !other.asksForCode()
                || vagueCode && other.vagueCode
                || codes.stream().anyMatch(other::names)
                || other.codes.stream().anyMatch(this::names)
                || codeRanges.stream().anyMatch(r -> other.codeRanges.stream().anyMatch(r::overlaps))
                || codePrefixes.stream()
                        .anyMatch(p -> other.codePrefixes.stream().anyMatch(q -> p.startsWith(q) || q.startsWith(p)));
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

    private static boolean isPrefix(String code) {
        return code.endsWith("*");
    }

    private static List<String> patterns(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::pattern).toList();
    }

    private Stream<Collection<?>> parts() {
        Set<Object> anyCode = new LinkedHashSet<>(codes);
        anyCode.addAll(codeRanges);
        anyCode.addAll(codePrefixes);
        if (vagueCode) {
            anyCode.add(VAGUE);
        }
        return Stream.of(
                message,
                anyCode,
                surfaces,
                endpoint.stream().toList(),
                resources,
                statuses,
                visibility,
                connection,
                grant,
                reconnectedInVain ? List.of(true) : List.of(),
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
