package io.adskull.dashboard.live;

import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.dashboard.projection.Change;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears of every committed change of the read model, whichever replica wrote it, on a connection of its own.
/// After a lost connection all browsers are told to look again, for nobody knows what was missed. Needs a real
/// session: a connection pooler in transaction mode must be passed by.
@Startup
@ApplicationScoped
public class ListenForChanges {
    private static final Logger LOG = Logger.getLogger(ListenForChanges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String url;
    private final Properties login = new Properties();
    private final Subscriptions subscriptions;
    private final Duration reconnectAfter;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread listener =
            Thread.ofVirtual().name("listen-for-changes").unstarted(this::listenUntilStopped);

    ListenForChanges(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password,
            Subscriptions subscriptions,
            LiveSettings settings) {
        this.url = url;
        this.login.setProperty("user", username);
        this.login.setProperty("password", password);
        this.login.setProperty("ApplicationName", "dashboard-service listener");
        this.login.setProperty("tcpKeepAlive", "true");
        this.subscriptions = subscriptions;
        this.reconnectAfter = settings.reconnectAfter();
    }

    @PostConstruct
    void start() {
        listener.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        listener.interrupt();
    }

    private void listenUntilStopped() {
        while (!isStopped(Duration.ZERO)) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debugf(e, "Lost the connection that hears of changes");
                if (!isStopped(reconnectAfter)) {
                    LOG.infof("Listening again for changes: %s", e.getMessage());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Change.CHANNEL);
        }
        subscriptions.tell(new Subscriptions.News.LookAgain());
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (!isStopped(Duration.ZERO)) {
            PGNotification[] received = notifications.getNotifications((int) PATIENCE.toMillis());
            if (received != null) {
                for (PGNotification notification : received) {
                    tell(notification.getParameter());
                }
            }
        }
    }

    private void tell(String text) {
        try {
            Change change = EventJson.read(text.getBytes(StandardCharsets.UTF_8), Change.class);
            subscriptions.tell(new Subscriptions.News.Changed(change));
        } catch (UnreadableEvent e) {
            LOG.warnf("A notification on %s is not ours: %s", Change.CHANNEL, e.getMessage());
        }
    }

    private boolean isStopped(Duration within) {
        try {
            return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
