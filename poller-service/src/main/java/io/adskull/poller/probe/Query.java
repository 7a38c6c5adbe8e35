package io.adskull.poller.probe;

import io.adskull.poller.http.PlatformRequest;
import java.util.Map;

/// What stands behind the question mark of a probe's address.
public sealed interface Query {

    Query NONE = new Parameters(Map.of());

    /// In the order of the plan; values are templates, encoded when they are filled.
    record Parameters(Map<String, String> values) implements Query {}

    /// A template that is encoded already, for platforms with a syntax of their own.
    record Encoded(String template) implements Query {}

    /// With its leading question mark, or empty.
    default String filled(Placeholders values) {
        return switch (this) {
            case Encoded(String template) -> "?" + values.fill(template);
            case Parameters(Map<String, String> parameters) -> {
                StringBuilder filled = new StringBuilder();
                parameters.forEach((name, template) -> filled.append(filled.isEmpty() ? '?' : '&')
                        .append(PlatformRequest.encode(name))
                        .append('=')
                        .append(PlatformRequest.encode(values.fill(template))));
                yield filled.toString();
            }
        };
    }
}
