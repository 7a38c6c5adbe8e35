package io.adskull.notifier.interaction;

import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.notifier.delivery.IncidentRecord;
import io.adskull.notifier.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/// What was told in which of Slack's channels.
@ApplicationScoped
class ToldInSlack {
    private final EntityManager entities;
    private final Directory directory;

    ToldInSlack(EntityManager entities, Directory directory) {
        this.entities = entities;
        this.directory = directory;
    }

    /// @param channel Slack's id of it, as its receipts say
    /// @return the open incidents that are told with this one; none where a bot that still tells has not
    /// told of it there
    @Transactional
    List<Incident> openOf(IncidentId lead, String channel) {
        return wasTold(lead, channel)
                ? entities.createQuery(
                                "from IncidentRecord where open = true and (id = :lead or lead = :lead)"
                                        + " order by joinedAt, id",
                                IncidentRecord.class)
                        .setParameter("lead", lead.value())
                        .setMaxResults(Affected.MOST_NAMED)
                        .getResultStream()
                        .map(IncidentRecord::incident)
                        .toList()
                : List.of();
    }

    private boolean wasTold(IncidentId lead, String channel) {
        List<String> by = entities.createNativeQuery(
                        "select distinct destination from delivery"
                                + " where incident = :lead and split_part(receipt, '/', 1) = :channel",
                        String.class)
                .setParameter("lead", lead.value())
                .setParameter("channel", channel)
                .getResultList();
        return by.stream()
                .anyMatch(name ->
                        directory.named(name).filter(SlackBot.class::isInstance).isPresent());
    }
}
