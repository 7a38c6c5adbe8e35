package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.KeptAnswer;
import java.util.Optional;
import java.util.regex.Pattern;

/// W3C trace context of the call that an answer belongs to, as its `traceparent` header says it.
public record TraceParent(String traceId, String spanId, String flags) {
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_0 = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    static Optional<TraceParent> of(KeptAnswer kept) {
        return Optional.ofNullable(kept.traceparent()).flatMap(TraceParent::parse);
    }

    /// Empty when the text is no trace context: tracing never stands in an answer's way.
    public static Optional<TraceParent> parse(String header) {
        var match = VERSION_0.matcher(header);
        return match.matches()
                ? Optional.of(new TraceParent(match.group(1), match.group(2), match.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
