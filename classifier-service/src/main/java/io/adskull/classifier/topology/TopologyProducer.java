package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.classifier.incident.Patience;
import io.adskull.classifier.wide.Thresholds;
import io.adskull.diagnosis.Diagnostician;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Puts the parts together; Quarkus runs what comes out.
@ApplicationScoped
public class TopologyProducer {
    /// A singleton: Kafka looks into the object itself, which a proxy would hide.
    @Produces
    @Singleton
    Topology topology(
            @ConfigProperty(name = "adskull.topic-prefix") String prefix,
            EvidenceConfig evidence,
            Diagnostician diagnostician,
            MeterRegistry registry,
            OpenTelemetry openTelemetry) {
        var meters = new ClassifierMeters(registry);
        var examination = new Examination(meters.counting(diagnostician::diagnose));
        var outage = evidence.outage();
        var patience = new Patience(evidence.grace(), evidence.confirmation(), outage.hold());
        var thresholds = new Thresholds(outage.tenants(), outage.accounts(), outage.share(), outage.window());
        return ClassifierTopology.build(
                prefix,
                new IncidentLedger(examination, patience),
                thresholds,
                new CatalogueInUse(
                        diagnostician.catalogueVersion(),
                        KafkaKeptAnswers.of(new ClassifierTopics(prefix).responses())),
                meters,
                openTelemetry.getTracer("io.adskull.classifier"));
    }
}
