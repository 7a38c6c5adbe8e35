package io.adskull.notifier.delivery;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A W3C `traceparent`, carried through the database by hand: the trace of the answer that opened the incident
/// goes on.
public final class TraceContext {
    public static final String HEADER = "traceparent";
    private static final Pattern VALID = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /// The value, when it is one; tracing is never a reason to refuse an event.
    public static Optional<String> valid(@Nullable String traceParent) {
        return Optional.ofNullable(traceParent)
                .filter(value -> VALID.matcher(value).matches());
    }

    static Context of(Optional<String> traceParent) {
        return traceParent
                .map(value -> W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(HEADER, value), new Getter()))
                .orElseGet(Context::root);
    }

    private record Getter() implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
