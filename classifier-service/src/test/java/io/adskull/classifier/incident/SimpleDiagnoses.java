package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Diagnosing;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A platform whose bodies say plainly what they mean: `ok`, a cause's name, a cause and a rule such as
/// `TOKEN_INVALID/second`, either with who must act, such as `TOKEN_INVALID@ACCOUNT_USER`, or `refused`, which only
/// other calls can explain. `bug` breaks the diagnostician.
final class SimpleDiagnoses implements Diagnosing {
    static final String OK = "ok";
    static final String REFUSED = "refused";

    private static final Set<Cause> AUTOMATIC =
            Set.of(Cause.RATE_LIMITED, Cause.PLATFORM_ERROR, Cause.PLATFORM_MAINTENANCE, Cause.TOKEN_EXPIRED);

    @Override
    public Verdict diagnose(Answer answer, Circumstances circumstances) {
        String body = new String(answer.body(), StandardCharsets.UTF_8).split(" ", 2)[0];
        return switch (body) {
            case OK -> new Verdict.Healthy();
            case REFUSED -> refused(circumstances);
            case "bug" -> throw new IllegalStateException("a bug");
            default -> {
                String[] bodyAndActor = body.split("@", 2);
                String[] causeAndRule = bodyAndActor[0].split("/", 2);
                Cause cause = Cause.valueOf(causeAndRule[0]);
                Actor actor = bodyAndActor.length > 1 ? Actor.valueOf(bodyAndActor[1]) : usual(cause);
                String rule = causeAndRule.length > 1 ? causeAndRule[1] : "first";
                yield new Verdict.Failing(diagnosis(cause, actor, rule, false, circumstances, answer));
            }
        };
    }

    private static Actor usual(Cause cause) {
        return AUTOMATIC.contains(cause) ? Actor.AUTOMATIC : Actor.BUSINESS_ADMIN;
    }

    private static Verdict refused(Circumstances circumstances) {
        Cause cause = circumstances.visibility() == Visibility.VISIBLE
                ? Cause.RESOURCE_PERMISSION_MISSING
                : Cause.ACCOUNT_ACCESS_MISSING;
        boolean awaits = circumstances.visibility() == Visibility.UNKNOWN;
        return new Verdict.Failing(diagnosis(
                cause,
                Actor.BUSINESS_ADMIN,
                cause.name(),
                awaits,
                circumstances,
                new Answer(
                        io.adskull.contract.account.Platform.TIKTOK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        java.util.Map.of(),
                        new byte[0])));
    }

    private static Diagnosis diagnosis(
            Cause cause, Actor actor, String rule, boolean awaits, Circumstances circumstances, Answer answer) {
        return new Diagnosis(
                rule,
                cause,
                actor,
                Severity.WARNING,
                awaits ? Confidence.UNCLEAR : Confidence.CERTAIN,
                awaits,
                false,
                Optional.empty(),
                Optional.empty(),
                AutomaticAction.NONE,
                circumstances.resource(),
                cause + " by rule " + rule,
                "What it means for " + circumstances.accountName().orElse("an account"),
                List.of("Do something about "
                        + circumstances.resource().map(Resource::displayName).orElse("it")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(cause == Cause.ACCOUNT_ACCESS_MISSING ? "RESOURCE_PERMISSION_MISSING" : cause.name()),
                Optional.of(new String(answer.body(), StandardCharsets.UTF_8)),
                Optional.ofNullable(answer.headers().get("x-tt-logid")),
                Optional.empty(),
                List.of("The platform said so."),
                Optional.empty(),
                Optional.empty());
    }
}
