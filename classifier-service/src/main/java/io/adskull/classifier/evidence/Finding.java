package io.adskull.classifier.evidence;

import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Verdict;
import java.util.List;
import java.util.Optional;

/// A verdict, and what it rests on beside the answer itself.
///
/// @param visibility what the other calls said when it was made
/// @param connection what the connection's other accounts heard when it was made
/// @param restsOnEvidence whether other answers can change it
/// @param evidence what the other calls say, in sentences
public record Finding(
        Verdict verdict, Visibility visibility, Standing connection, boolean restsOnEvidence, List<String> evidence) {

    public static Finding healthy() {
        return new Finding(new Verdict.Healthy(), Visibility.UNKNOWN, Standing.UNKNOWN, false, List.of());
    }

    public Optional<Diagnosis> diagnosis() {
        return verdict instanceof Verdict.Failing failing ? Optional.of(failing.diagnosis()) : Optional.empty();
    }
}
