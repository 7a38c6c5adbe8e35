package io.adskull.dashboard.operators;

import java.util.List;

/// The newest dead letters of all topics.
public sealed interface Letters {

    /// @param all newest first
    /// @param whole whether every topic could be read in time
    record Read(List<Letter> all, boolean whole) implements Letters {}

    /// @param why in a sentence
    record NotRead(String why) implements Letters {}
}
