package io.adskull.classifier.evidence;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Diagnoses that other answers have spoken against. What is left is that nobody knows, which says so and sends
/// nobody to a consent page. It holds for every platform, which is why it stands here and not in a catalogue.
public final class Doubtful {
    private static final List<String> STEPS = List.of(
            "Developers: compare how this call sends its key with calls that are answered: header, host, version, and the"
                    + " scopes that the endpoint names.",
            "Developers: if nothing differs, give the platform's support the log id and the time of both answers.",
            "AdSkull tests the call again by itself; press Re-test to see it at once.");

    private Doubtful() {}

    /// One call refuses the token that others take.
    public static Diagnosis refusedByOneCallOnly(Diagnosis diagnosis, Platform platform) {
        return unknown(
                diagnosis,
                "evidence#refused-by-one-call-only",
                diagnosis.resource(),
                platform.displayName() + " refuses one call with words about the key, and takes the same key elsewhere",
                "The words say that the key is not valid, but other calls with the same key are answered. Connecting again"
                        + " would most likely change nothing, so nobody is asked to.",
                "The same key was taken in other calls after this refusal.",
                "Whether the same call works with the key of another connection.");
    }

    /// The token was renewed, and the call is refused as before.
    public static Diagnosis notCuredByRenewal(Diagnosis diagnosis, Platform platform) {
        return unknown(
                diagnosis,
                "evidence#not-cured-by-renewal",
                Optional.of(Resource.ACCOUNT),
                platform.displayName() + " calls a key expired that was just renewed",
                "The words say that the key ran out. It was renewed since, so the consent is alive, and the new key is"
                        + " refused in the same way. Another renewal or a new consent would bring the same key, so neither is tried.",
                "The key was renewed after the first of these refusals, and the call is refused as before.",
                "Whether any other call works with the new key.");
    }

    /// The token ran out, and the platform refuses for good to renew it.
    public static Diagnosis renewalRefused(Diagnosis d, Platform platform, String business) {
        return new Diagnosis(
                "evidence#renewal-refused",
                Cause.REFRESH_TOKEN_INVALID,
                Actor.ACCOUNT_USER,
                Severity.CRITICAL,
                Confidence.CERTAIN,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                AutomaticAction.RETEST_SLOWLY,
                d.resource(),
                platform.displayName() + " no longer renews the connection of " + business,
                "The key ran out, and " + platform.displayName()
                        + " refuses to give AdSkull a new one. That happens when"
                        + " someone removes the app, changes the password, or when a consent reaches its end. The person who"
                        + " connected the account must connect it again.",
                List.of(
                        "Open Connections in AdSkull and choose Reconnect beside " + business + ".",
                        "Sign in with the login that was used before, and confirm everything that the page lists.",
                        "AdSkull tests the account by itself; press Re-test to see it at once."),
                Optional.empty(),
                d.docs(),
                d.code(),
                d.message(),
                d.logId(),
                d.requestId(),
                Stream.concat(
                                d.evidence().stream(),
                                Stream.of("AdSkull asked for a new key, and was refused for good."))
                        .toList(),
                Optional.empty(),
                Optional.of("A key that is merely past its time: those are renewed without anybody's help."));
    }

    /// The same, as far as one answer goes.
    public static Diagnosis likely(Diagnosis diagnosis, List<String> why) {
        Confidence confidence =
                diagnosis.confidence() == Confidence.CERTAIN ? Confidence.LIKELY : diagnosis.confidence();
        return copy(diagnosis, confidence, why);
    }

    /// The same, with more to show for it.
    public static Diagnosis confirmed(Diagnosis diagnosis, String why) {
        return copy(diagnosis, diagnosis.confidence(), List.of(why));
    }

    private static Diagnosis copy(Diagnosis d, Confidence confidence, List<String> why) {
        return new Diagnosis(
                d.rule(),
                d.cause(),
                d.actor(),
                d.severity(),
                confidence,
                false,
                d.retryable(),
                d.retryAfter(),
                d.limit(),
                d.automaticAction(),
                d.resource(),
                d.title(),
                d.explanation(),
                d.steps(),
                d.forwardable(),
                d.docs(),
                d.code(),
                d.message(),
                d.logId(),
                d.requestId(),
                Stream.concat(d.evidence().stream(), why.stream()).toList(),
                d.check(),
                d.mistakenFor());
    }

    private static Diagnosis unknown(
            Diagnosis d,
            String rule,
            Optional<Resource> resource,
            String title,
            String explanation,
            String evidence,
            String check) {
        return new Diagnosis(
                rule,
                Cause.UNKNOWN,
                Actor.DEVELOPER,
                Severity.WARNING,
                Confidence.UNCLEAR,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                AutomaticAction.RETEST_SLOWLY,
                resource,
                title,
                explanation,
                STEPS,
                Optional.empty(),
                d.docs(),
                d.code(),
                d.message(),
                d.logId(),
                d.requestId(),
                List.of(evidence),
                Optional.of(check),
                Optional.of(
                        d.title() + ": that is what the words say, and why they are doubted stands in the evidence."));
    }
}
