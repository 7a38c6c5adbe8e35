package io.adskull.classifier.topology;

/// The catalogue that answers are read with, and where to find answers that an older one read.
///
/// @param version changes when an answer may be read differently
record CatalogueInUse(String version, KeptAnswers.Source kept) {}
