package io.adskull.dashboard.retest;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollRequested;
import io.adskull.dashboard.access.Tenant;
import io.adskull.dashboard.overview.IncidentView;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Asks the poller to look at an account now. What it finds comes back as any other answer does.
@ApplicationScoped
public class AskForRetest {
    private static final Logger LOG = Logger.getLogger(AskForRetest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String WHY = "re-test asked for on the dashboard";

    private final MutinyEmitter<byte[]> emitter;
    private final Tenant tenant;
    private final InstantSource clock;

    AskForRetest(@Channel("poll-requests") MutinyEmitter<byte[]> emitter, Tenant tenant, InstantSource clock) {
        this.emitter = emitter;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// Every part of the account. Returns when it was asked, once the broker has it.
    public Instant of(AccountKey account) {
        return ask(account, Optional.empty());
    }

    /// What failed in this incident. Returns when it was asked, once the broker has it.
    public Instant of(IncidentView incident) {
        return ask(incident.account(), Optional.of(incident.resource()).filter(r -> r != Resource.ACCOUNT));
    }

    private Instant ask(AccountKey account, Optional<Resource> resource) {
        Instant now = clock.instant();
        var request = new PollRequested(account, tenant.name(), resource.orElse(null), WHY, now);
        var envelope = new CloudEvent(
                UUID.randomUUID().toString(),
                PollRequested.EVENT_TYPE,
                "/dashboard-service",
                account.toString(),
                now,
                tenant.name());
        RecordHeaders headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(account.toString())
                .withHeaders(headers)
                .build();
        emitter.sendMessage(Message.of(EventJson.write(request)).addMetadata(metadata))
                .await()
                .atMost(PATIENCE);
        LOG.infof(
                "Re-test asked for: %s %s of tenant %s",
                account, resource.map(Enum::name).orElse("all"), tenant.name());
        return now;
    }
}
