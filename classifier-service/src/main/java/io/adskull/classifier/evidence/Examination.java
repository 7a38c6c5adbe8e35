package io.adskull.classifier.evidence;

import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Verdict;
import java.time.Duration;
import java.time.Instant;
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

    /// @param account empty when nobody told yet who connected it
    /// @param reach how long before the answer another call's word still counts
    public Finding examine(ApiResponse answer, Optional<ConnectedAccount> account, OtherCalls others, Duration reach) {
        if (!(diagnose(answer, account, Visibility.UNKNOWN) instanceof Verdict.Failing alone)) {
            return Finding.healthy();
        }
        boolean rests = alone.diagnosis().awaitsEvidence();
        Instant since = answer.envelope().time().minus(reach);
        Visibility visibility = others.visibility(since);
        Verdict verdict = visibility == Visibility.UNKNOWN ? alone : diagnose(answer, account, visibility);
        return new Finding(verdict, visibility, rests, others.sentences(since));
    }

    private Verdict diagnose(ApiResponse answer, Optional<ConnectedAccount> account, Visibility visibility) {
        var platformsAnswer = new Answer(
                answer.envelope().account().platform(),
                Optional.of(answer.path()),
                answer.httpStatus(),
                answer.transportError(),
                answer.httpHeaders(),
                answer.body());
        var circumstances = new Circumstances(
                account.map(ConnectedAccount::name).map(Examination::shortened),
                Optional.of(answer.envelope().account().accountId()),
                account.map(ConnectedAccount::businessName).map(Examination::shortened),
                answer.resource(),
                Optional.empty(),
                account.map(ConnectedAccount::connectedAt),
                account.map(ConnectedAccount::grantedScopes).orElse(List.of()),
                visibility,
                Standing.UNKNOWN,
                false);
        return diagnosing.diagnose(platformsAnswer, circumstances);
    }

    /// The name, cut where it would drown the text around it.
    public static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
    }
}
