package io.adskull.poller.ingest;

import java.util.List;

/// The broker has these answers.
///
/// @param ids in the order in which the answers came
record Accepted(List<String> ids) {}
