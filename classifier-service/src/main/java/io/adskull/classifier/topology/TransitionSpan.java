package io.adskull.classifier.topology;

import io.adskull.classifier.incident.TraceParent;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Tells the log and the trace of an answer that it changed an incident.
final class TransitionSpan {
    private static final Logger LOG = Logger.getLogger("io.adskull.classifier.incident");

    private final Tracer tracer;

    TransitionSpan(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The trace context that the remediation carries on; empty when there is no trace.
    Optional<TraceParent> record(Outgoing outgoing) {
        Incident incident = outgoing.remediation().incident();
        String name = "incident " + word(outgoing.remediation());
        Span span = tracer.spanBuilder(name)
                .setParent(outgoing.trace().map(TransitionSpan::context).orElse(Context.root()))
                .setAttribute("adskull.incident", incident.id().toString())
                .setAttribute("adskull.cause", incident.cause().name())
                .setAttribute("adskull.account", incident.account().toString())
                .startSpan();
        SpanContext own = span.getSpanContext();
        Optional<TraceParent> trace = own.isValid()
                ? Optional.of(new TraceParent(
                        own.getTraceId(), own.getSpanId(), own.getTraceFlags().asHex()))
                : outgoing.trace();
        log(name, outgoing.remediation(), trace);
        span.end();
        return trace;
    }

    private static void log(String name, Remediation remediation, Optional<TraceParent> trace) {
        Incident incident = remediation.incident();
        trace.ifPresent(context -> {
            MDC.put("traceId", context.traceId());
            MDC.put("spanId", context.spanId());
        });
        MDC.put("tenant", incident.tenant());
        MDC.put("account", incident.account().toString());
        try {
            LOG.infof(
                    "%s: %s %s of %s, seen %d times, %s",
                    name,
                    incident.cause(),
                    incident.resource(),
                    incident.account(),
                    incident.occurrences(),
                    incident.id());
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
            MDC.remove("tenant");
            MDC.remove("account");
        }
    }

    private static Context context(TraceParent parent) {
        SpanContext remote = SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.fromHex(parent.flags(), 0), TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }

    private static String word(Remediation remediation) {
        return switch (remediation) {
            case Remediation.Opened o -> "opened";
            case Remediation.Updated u -> "updated";
            case Remediation.Resolved r -> "resolved";
        };
    }
}
