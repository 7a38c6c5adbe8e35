package io.adskull.classifier.evidence;

import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.ConnectedAs;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Diagnoses an answer in the light of what is known about its account. Pure and thread-safe.
public final class Examination {
    /// Names come from platforms and people; a text that repeats them must still fit into one event.
    private static final int MAX_NAME = 200;

    private final Diagnosing diagnosing;

    public Examination(Diagnosing diagnosing) {
        this.diagnosing = diagnosing;
    }

    /// @param reach how long before the answer another call's word still counts
    public Finding examine(ApiResponse answer, Light light, Duration reach) {
        Circumstances unlit = circumstances(answer, light);
        if (!(diagnose(answer, unlit) instanceof Verdict.Failing alone)) {
            return Finding.healthy();
        }
        // What worked before a key was refused says nothing: it may have been withdrawn since.
        Instant since = alone.diagnosis().cause().reach() == Reach.CONNECTION
                ? light.refusedSince(answer)
                : light.since(answer, reach);
        Visibility visibility = light.others().visibility(since);
        Standing connection = light.standing();
        boolean inVain = light.reconnectedSince(answer, alone.diagnosis().cause());
        Verdict verdict = visibility == Visibility.UNKNOWN && connection == Standing.UNKNOWN && !inVain
                ? alone
                : diagnose(answer, unlit.seen(visibility, connection).reconnectedInVain(inVain));
        return new Finding(verdict, visibility, connection, alone.diagnosis().awaitsEvidence(), light.sentences(since));
    }

    /// The same in words that name no account, for those who look after all of them; empty when it works.
    public Optional<Diagnosis> forEveryone(ApiResponse answer) {
        String everyone =
                "every account of " + answer.envelope().account().platform().displayName();
        Circumstances nobodys = circumstances(
                answer,
                Optional.of(everyone),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return diagnose(answer, nobodys) instanceof Verdict.Failing failing
                ? Optional.of(failing.diagnosis())
                : Optional.empty();
    }

    private Verdict diagnose(ApiResponse answer, Circumstances circumstances) {
        var platformsAnswer = new Answer(
                answer.envelope().account().platform(),
                Optional.of(answer.path()),
                answer.httpStatus(),
                answer.transportError(),
                answer.httpHeaders(),
                answer.body());
        return diagnosing.diagnose(platformsAnswer, circumstances);
    }

    private static Circumstances circumstances(ApiResponse answer, Light light) {
        Optional<ConnectedAccount> account = light.account();
        return circumstances(
                answer,
                account.map(ConnectedAccount::name).map(Examination::shortened),
                Optional.of(answer.envelope().account().accountId()),
                account.map(ConnectedAccount::businessName).map(Examination::shortened),
                account.flatMap(details -> Optional.ofNullable(details.connectedAs()))
                        .flatMap(Examination::connectedAs),
                account.map(ConnectedAccount::connectedAt),
                account.map(ConnectedAccount::grantedScopes).orElse(List.of()));
    }

    private static Circumstances circumstances(
            ApiResponse answer,
            Optional<String> name,
            Optional<String> id,
            Optional<String> business,
            Optional<ConnectedAs> connectedAs,
            Optional<Instant> connectedAt,
            List<String> scopes) {
        return new Circumstances(
                name,
                id,
                business,
                answer.resource(),
                connectedAs,
                connectedAt,
                scopes,
                Visibility.UNKNOWN,
                Standing.UNKNOWN,
                false);
    }

    private static Optional<ConnectedAs> connectedAs(String word) {
        return Arrays.stream(ConnectedAs.values())
                .filter(known -> known.name().equals(word))
                .findFirst();
    }

    /// The name, cut where it would drown the text around it.
    public static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
    }
}
