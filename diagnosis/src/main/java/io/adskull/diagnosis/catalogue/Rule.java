package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.diagnosis.LimitScope;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When an answer looks like this, that is the cause, and so it is told.
///
/// @param id unique in the catalogue, such as `tiktok/permission#feature-not-granted`
/// @param where file and line, for whoever must mend it
/// @param shared whether it stands in a family that platforms have in common
/// @param limit by what the platform counts the calls of which there were too many
/// @param resource what the failure is about, whatever the endpoint says
/// @param check how to find out, where the answer decides too little
/// @param examples messages that this rule, and no other, must decide; tests hold it to that
record Rule(
        String id,
        String where,
        boolean shared,
        Condition when,
        Cause cause,
        Actor actor,
        Severity severity,
        Confidence confidence,
        boolean awaitsEvidence,
        boolean retryable,
        Optional<Duration> pause,
        Optional<LimitScope> limit,
        AutomaticAction action,
        Optional<Resource> resource,
        Advice advice,
        List<Template> evidence,
        Optional<Template> check,
        Optional<String> docs,
        List<String> examples) {
    private static final Set<String> KEYS = Set.of(
            "id",
            "when",
            "cause",
            "actor",
            "advice",
            "severity",
            "confidence",
            "awaits-evidence",
            "retryable",
            "wait",
            "limit",
            "action",
            "resource",
            "evidence",
            "check",
            "docs",
            "examples");

    /// The people whose steps must end by showing that it works again.
    private static final Set<Actor> PEOPLE = Set.of(Actor.ACCOUNT_USER, Actor.BUSINESS_ADMIN, Actor.BILLING_OWNER);

    static Rule read(Section section, Family family, Vocabulary known, Map<String, Advice> advice) {
        Rule rule = one(section, family, known, advice);
        if (rule.confidence() == Confidence.UNCLEAR && rule.check().isEmpty()) {
            throw section.mistake("an unclear rule needs \"check\": what would decide?");
        }
        boolean retested = rule.advice().allSteps().stream()
                .allMatch(steps -> steps.getLast().certain() && steps.getLast().says("Re-test"));
        if (PEOPLE.contains(rule.actor()) && rule.cause() != Cause.AUTH_CODE_INVALID && !retested) {
            throw section.mistake("advice", "the last step of \"" + section.text("advice") + "\" is no Re-test");
        }
        return rule;
    }

    /// Where rules stand.
    ///
    /// @param name such as `tiktok/permission`
    /// @param docs the page that speaks about all of them
    record Family(String name, boolean shared, Optional<String> docs) {}

    private static Rule one(Section section, Family family, Vocabulary known, Map<String, Advice> advice) {
        section.allowOnly(KEYS);
        Cause cause = section.name("cause", Cause.class);
        Manner manner = Manner.of(cause);
        Condition when = Condition.read(section.section("when"), known);
        String adviceName = section.text("advice");
        return new Rule(
                family.name() + "#" + section.text("id"),
                section.file() + ":" + section.line(),
                family.shared(),
                when,
                cause,
                section.name("actor", Actor.class),
                given(section, "severity", Severity.class).orElse(manner.severity()),
                given(section, "confidence", Confidence.class).orElse(confidence(cause, when)),
                section.flag("awaits-evidence").orElse(false),
                section.flag("retryable").orElse(manner.retryable()),
                section.optionalText("wait").map(text -> duration(section, text)),
                given(section, "limit", LimitScope.class),
                given(section, "action", AutomaticAction.class).orElse(manner.action()),
                given(section, "resource", Resource.class),
                Optional.ofNullable(advice.get(adviceName))
                        .orElseThrow(() -> section.mistake("advice", "no advice is called \"" + adviceName + "\"")),
                section.texts("evidence").stream()
                        .map(text -> Template.of(section, "evidence", text))
                        .toList(),
                section.optionalText("check").map(text -> Template.of(section, "check", text)),
                section.optionalText("docs").or(family::docs),
                section.texts("examples"));
    }

    private static Confidence confidence(Cause cause, Condition when) {
        if (cause == Cause.UNKNOWN) {
            return Confidence.UNCLEAR;
        }
        return switch (when.tier()) {
            case ACCOUNT_STATUS, MESSAGE -> Confidence.CERTAIN;
            case CODE, STATUS, REST -> Confidence.LIKELY;
            case CODE_RANGE -> Confidence.LIKELY;
        };
    }

    private static <E extends Enum<E>> Optional<E> given(Section section, String key, Class<E> type) {
        return section.optionalText(key).map(text -> section.name(key, text, type));
    }

    private static Duration duration(Section section, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw section.mistake("wait", "\"" + text + "\" is no duration such as PT5M");
        }
    }
}
