package io.adskull.classifier.topology;

import io.adskull.classifier.status.PlatformsOwnWord;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.status.PlatformIncident;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/// The store of what platforms say of their own incidents, the same on every replica.
record ReportedIncidents(ReadOnlyKeyValueStore<String, byte[]> store) {
    private static final Logger LOG = Logger.getLogger(ReportedIncidents.class);

    /// With the platform's own word, where it has one and it adds something.
    Remediation witnessed(Remediation remediation) {
        return PlatformsOwnWord.concerns(remediation)
                ? PlatformsOwnWord.witnessed(
                        remediation, of(remediation.incident().account().platform()))
                : remediation;
    }

    private List<PlatformIncident> of(Platform platform) {
        List<PlatformIncident> incidents = new ArrayList<>();
        // Keys begin with the platform and a slash; '0' is what follows a slash.
        try (KeyValueIterator<String, byte[]> all = store.range(platform.id() + "/", platform.id() + "0")) {
            all.forEachRemaining(entry -> {
                try {
                    incidents.add(EventJson.read(entry.value, PlatformIncident.class));
                } catch (UnreadableEvent e) {
                    LOG.debugf("what %s says of %s is left out: %s", platform.id(), entry.key, e.getMessage());
                }
            });
        }
        return incidents;
    }
}
