package io.adskull.poller.schedule;

import io.adskull.poller.access.ConnectionRevived;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Re-tests what failed as soon as its connection is good again, without anyone asking.
@ApplicationScoped
class RevivedConnections {
    private static final Logger LOG = Logger.getLogger(RevivedConnections.class);

    private final ProbeSchedule schedule;

    RevivedConnections(ProbeSchedule schedule) {
        this.schedule = schedule;
    }

    void on(@Observes ConnectionRevived revived) {
        int probes = schedule.expediteFailing(revived.connection());
        LOG.infof("connection %s lives again, %d probes go ahead", revived.connection(), probes);
    }
}
