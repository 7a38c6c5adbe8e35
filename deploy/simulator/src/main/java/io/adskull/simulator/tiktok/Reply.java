package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// What TikTok says before it is put into its envelope.
public sealed interface Reply {
    record Ok(JsonNode data) implements Reply {}

    /// @param code never zero
    record Refused(int code, String message) implements Reply {}

    /// Outside of the API: plain text and an HTTP status.
    record NotFound() implements Reply {}

    static Reply ok(JsonNode data) {
        return new Ok(data);
    }

    static Reply empty() {
        return new Ok(JsonNodeFactory.instance.objectNode());
    }

    static Reply missing(String parameter) {
        return new Refused(40002, parameter + ": Missing data for required field.");
    }

    static Reply invalid(String message) {
        return new Refused(40002, message);
    }

    static Reply noPermission(String message) {
        return new Refused(40001, message);
    }
}
