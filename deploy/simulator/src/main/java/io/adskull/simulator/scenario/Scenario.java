package io.adskull.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure with a name, as `platforms/<platform>/scenarios.yaml` describes it.
///
/// @param what one sentence for people
/// @param account who it hits when the order names nobody; null means every account
/// @param faults as `POST /simulator/faults` takes them, with `{account}` and `{request_id}` to be filled in
public record Scenario(String name, String what, @Nullable String account, List<JsonNode> faults) {}
