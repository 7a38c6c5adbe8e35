package io.adskull.dashboard.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

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
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    /// The first change is told at once; what follows it so closely is told together.
    private static final Duration GATHERING = Duration.ofMillis(100);
    /// A page that shows one account still hears whether it is about that one.
    private static final int MOST = 5;

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
                tell(received);
                isStopped(GATHERING);
            }
        }
    }

    /// Told once each, however often the same changed; many at once are told as one.
    private void tell(PGNotification[] received) {
        Map<String, Set<Change>> byTenant = Arrays.stream(received)
                .flatMap(notification -> change(notification.getParameter()))
                .collect(groupingBy(Change::tenant, toSet()));
        byTenant.forEach((tenant, changes) -> {
            if (changes.size() > MOST) {
                subscriptions.tell(new Subscriptions.News.ChangedMuch(tenant));
            } else {
                changes.forEach(change -> subscriptions.tell(new Subscriptions.News.Changed(change)));
            }
        });
    }

    private static Stream<Change> change(String text) {
        try {
            return Stream.of(EventJson.read(text.getBytes(StandardCharsets.UTF_8), Change.class));
        } catch (UnreadableEvent e) {
            LOG.warnf("A notification on %s is not ours: %s", Change.CHANNEL, e.getMessage());
            return Stream.empty();
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
