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
        List<Wording> message,
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
        Condition condition = new Condition(
                when.texts("message").stream()
                        .map(regex -> Words.wording(when, "message", regex))
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
        boolean ranges =
                !condition.codeRanges().isEmpty() || !condition.codePrefixes().isEmpty();
        if (condition.tier() == Tier.CODE && ranges) {
            throw when.mistake(
                    "code",
                    "single codes are asked before ranges and families, so these here never: make it two rules");
        }
        return condition;
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
        for (String prefix : codePrefixes) {
            if (code.startsWith(prefix)) {
                return true;
            }
        }
        return !codeRanges.isEmpty() && isNumber(code) && within(codeRanges, Integer.parseInt(code));
    }

    boolean holds(Case c) {
        return (message.isEmpty() || speaks(c.words())) && holdsWhateverTheWords(c);
    }

    /// Whether all but the words is as the rule asks.
    boolean holdsWhateverTheWords(Case c) {
        PlatformError error = c.error();
        boolean foreign = !message.isEmpty() && error.foreign() && surfaces.isEmpty();
        return !foreign
                && codeHolds(c)
                && (surfaces.isEmpty() || surfaces.contains(error.surface()))
                && (endpoint.isEmpty() || endpoint.get().matcher(c.path()).find())
                && holds(resources, c.resource())
                && (statuses.isEmpty()
                        || error.httpStatus().isPresent()
                                && within(statuses, error.httpStatus().get()))
                && (visibility.isEmpty() || visibility.contains(c.visibility()))
                && (connection.isEmpty() || connection.contains(c.connection()))
                && (grant.isEmpty() || grant.contains(c.grant()))
                && (!reconnectedInVain || c.reconnectedInVain())
                && holds(transport, error.transportError())
                && (accountStatus.contains(ANY)
                        ? error.accountStatus().isPresent()
                        : holds(accountStatus, error.accountStatus()));
    }

    /// Whether one answer could satisfy both; patterns count as overlapping only when they are the same.
    boolean overlaps(Condition other) {
        return overlap(wordings(), other.wordings())
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

    private boolean speaks(String words) {
        return !words.isEmpty() && message.stream().anyMatch(wording -> wording.standsIn(words));
    }

    private boolean codeHolds(Case c) {
        if (!asksForCode() || vagueCode && c.vague()) {
            return true;
        }
        for (String code : c.error().codes()) {
            if (names(code)) {
                return true;
            }
        }
        return false;
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
        return allowed.isEmpty() || value.isPresent() && allowed.contains(value.get());
    }

    private static boolean within(List<NumberRange> ranges, int number) {
        for (NumberRange range : ranges) {
            if (range.contains(number)) {
                return true;
            }
        }
        return false;
    }

    /// Of no more digits than an int holds.
    private static boolean isNumber(String code) {
        int digits = code.startsWith("-") ? 1 : 0;
        for (int i = digits; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return code.length() > digits && code.length() <= digits + 9;
    }

    private static boolean isRange(String code) {
        return code.matches("\\d+-\\d+");
    }

    private static boolean isPrefix(String code) {
        return code.endsWith("*");
    }

    private List<String> wordings() {
        return message.stream().map(Wording::regex).toList();
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
