package io.adskull.simulator.inbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import io.adskull.simulator.inbox.InboxConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.Socket;
import java.time.Duration;
import org.jboss.logging.Logger;

/// GreenMail's SMTP server in front of our inbox.
@Singleton
public class SmtpReceiver {
    private static final Logger LOG = Logger.getLogger(SmtpReceiver.class);
    private static final Duration START = Duration.ofSeconds(10);

    private final SmtpServer server;

    SmtpReceiver(InboxConfig config, IncomingMail incoming) {
        ServerSetup setup = new ServerSetup(config.smtpPort(), config.smtpHost(), ServerSetup.PROTOCOL_SMTP);
        this.server = new SmtpServer(setup, new Managers()) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                return new SmtpHandler(new SmtpCommandRegistry(), incoming, client);
            }
        };
    }

    /// The port that is really open.
    public int port() {
        return server.getPort();
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        server.startService();
        if (!server.waitTillRunning(START.toMillis())) {
            throw new IllegalStateException("SMTP cannot listen on port "
                    + server.getServerSetup().getPort() + "; is it taken? Set adskull.simulator.smtp-port.");
        }
        LOG.infof("smtp listening port=%d", server.getPort());
    }

    void stop(@Observes ShutdownEvent event) {
        server.stopService();
    }
}
