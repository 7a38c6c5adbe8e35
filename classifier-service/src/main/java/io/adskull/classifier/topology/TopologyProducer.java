package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.diagnosis.Diagnostician;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Puts the parts together; Quarkus runs what comes out.
@ApplicationScoped
public class TopologyProducer {
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(5);

    /// A singleton: Kafka looks into the object itself, which a proxy would hide.
    @Produces
    @Singleton
    Topology topology(
            @ConfigProperty(name = "adskull.topic-prefix") String prefix,
            EvidenceConfig evidence,
            Diagnostician diagnostician,
            MeterRegistry registry,
            OpenTelemetry openTelemetry) {
        if (evidence.grace().isNegative() || evidence.grace().compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("adskull.evidence.grace is " + evidence.grace() + ", allowed is PT0S to "
                    + LONGEST_GRACE + ": nobody is told of a failure while it is held back");
        }
        var meters = new ClassifierMeters(registry);
        var examination = new Examination(meters.counting(diagnostician::diagnose));
        var ledger = new IncidentLedger(examination, evidence.grace());
        return ClassifierTopology.build(prefix, ledger, meters, openTelemetry.getTracer("io.adskull.classifier"));
    }
}
