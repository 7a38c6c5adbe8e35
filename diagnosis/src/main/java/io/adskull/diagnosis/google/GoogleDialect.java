package io.adskull.diagnosis.google;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;

/// How Google answers.
public final class GoogleDialect implements Dialect {

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        return Prose.read(answer, Content.of(answer));
    }

    @Override
    public int resemblance(Sample sample) {
        return 0;
    }
}
