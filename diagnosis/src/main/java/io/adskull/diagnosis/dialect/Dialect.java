package io.adskull.diagnosis.dialect;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;

/// Reads the answers of one platform. Total: whatever the bytes, it returns and does not throw. Thread-safe.
public interface Dialect {

    /// @param circumstances tell which account an answer about several accounts is read for
    Reading read(Answer answer, Circumstances circumstances);

    /// How much an answer of unknown origin looks like one of this platform: 0 not at all, 100 like nobody
    /// else's. What only looks like JSON with an error in it is 0.
    int resemblance(Sample sample);
}
