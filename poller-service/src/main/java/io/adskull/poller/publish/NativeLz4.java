package io.adskull.poller.publish;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/// Kafka packs batches with LZ4 in whatever form the library offers, and by itself the library offers
/// the machine's own code to the system's class loader only, which is not ours. Once loaded it is
/// offered to all.
@ApplicationScoped
class NativeLz4 {
    private static final Logger LOG = Logger.getLogger(NativeLz4.class);

    /// Before any channel opens, because Kafka asks the library once. Where there is no code for this
    /// machine, Java's own packs the same bytes.
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            LZ4Factory.nativeInstance();
        } catch (LinkageError | RuntimeException e) {
            LOG.infof("batches are packed by Java, the machine's own code cannot be loaded: %s", e.getMessage());
        }
    }
}
