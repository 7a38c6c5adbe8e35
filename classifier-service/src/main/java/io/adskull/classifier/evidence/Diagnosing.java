package io.adskull.classifier.evidence;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Verdict;

/// Says what one answer means in the light of what else is known. Pure: the same input gives the same verdict.
@FunctionalInterface
public interface Diagnosing {
    Verdict diagnose(Answer answer, Circumstances circumstances);
}
