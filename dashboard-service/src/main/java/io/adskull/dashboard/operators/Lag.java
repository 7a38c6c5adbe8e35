package io.adskull.dashboard.operators;

import java.util.List;

/// How far all services are behind.
public sealed interface Lag {

    /// @param groups what is furthest behind first
    record Known(List<GroupLag> groups) implements Lag {}

    /// @param why in a sentence
    record NotKnown(String why) implements Lag {}
}
