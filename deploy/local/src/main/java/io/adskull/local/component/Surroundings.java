package io.adskull.local.component;

import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.local.server.LocalClaims;
import io.adskull.local.server.PostgresSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Environment variables of each program: addresses are the launcher's say, what a person may wish otherwise is
/// only a default. A service gets its own secrets and no others'.
public record Surroundings(Home home, Ports ports, Map<String, String> environment) {

    /// Service → its own database.
    static final Map<String, String> DATABASES =
            Map.of("token-service", "token", "notifier-service", "notifier", "dashboard-service", "dashboard");

    /// Who signs connect and reconnect links, and who honours them.
    private static final Set<String> SHARING_TICKETS = Set.of("token-service", "notifier-service", "dashboard-service");

    static final String LOCALHOST = "localhost";

    /// Connected accounts are looked at every ten seconds, which is more than any platform would allow.
    private static final String SIMULATED_QPS = "25";

    /// A fault at the simulator ends when somebody ends it; nobody should wait the minutes that TikTok's faults take.
    private static final String SIMULATED_PATIENCE = "PT15S";

    /// Prefix of the topics of this system.
    public static String topicPrefix(Map<String, String> environment) {
        return environment.getOrDefault("ADSKULL_TOPIC_PREFIX", Topic.DEFAULT_PREFIX);
    }

    /// Whether TikTok itself is talked to: the environment names a developer app.
    public static boolean isReal(Map<String, String> environment) {
        return SimulatedPlatforms.isReal(Platform.TIKTOK, environment);
    }

    Map<String, String> of(String service, int port) {
        var all = new HashMap<>(wiring(service, port));
        if (SHARING_TICKETS.contains(service)) {
            all.put("ADSKULL_TICKETS_KEY_FILE", home.ticketKey().toString());
        }
        switch (service) {
            case "token-service" -> all.putAll(tokens());
            case "poller-service" -> all.putAll(polling());
            case "notifier-service" -> all.putAll(alerts());
            case "dashboard-service" ->
                all.putAll(withDefaults(Map.of("ADSKULL_ANONYMOUS_TENANT", LocalClaims.TENANT)));
            default -> {}
        }
        return Map.copyOf(all);
    }

    Map<String, String> ofSimulator() {
        var all = new HashMap<>(web(ports.simulator()));
        all.put("ADSKULL_SIMULATOR_SMTP_PORT", Integer.toString(ports.smtp()));
        all.put("ADSKULL_SIMULATOR_DATA", home.data("simulator").toString());
        all.putAll(platforms());
        return Map.copyOf(all);
    }

    static String jdbcUrl(Ports ports, String database) {
        return new PostgresSettings(ports.postgres(), java.nio.file.Path.of(""), java.util.List.of()).url() + database;
    }

    private Map<String, String> wiring(String service, int port) {
        var all = new HashMap<>(web(port));
        String issuer = Ports.http(ports.identity()) + "/" + LocalClaims.ISSUER;
        all.put("KAFKA_BOOTSTRAP_SERVERS", LOCALHOST + ":" + ports.kafka());
        all.put("ADSKULL_TOPIC_PREFIX", topicPrefix(environment));
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        all.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer);
        all.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", service);
        all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", service + "-on-this-machine");
        all.put("ADSKULL_TOKEN_SERVICE_URL", Ports.http(ports.token()));
        all.put("ADSKULL_TOKEN_SERVICE_PUBLIC_URL", Ports.http(ports.token()));
        all.put("ADSKULL_DASHBOARD_URL", Ports.http(ports.dashboard()));
        all.put("ADSKULL_NOTIFIER_SERVICE_URL", Ports.http(ports.notifier()));
        all.put("ADSKULL_NOTIFIER_SERVICE_PUBLIC_URL", Ports.http(ports.notifier()));
        all.put("ADSKULL_STATE_DIR", home.data(service).toString());
        if (DATABASES.containsKey(service)) {
            all.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(ports, DATABASES.get(service)));
            all.put("QUARKUS_DATASOURCE_USERNAME", PostgresSettings.USERNAME);
            all.put("QUARKUS_DATASOURCE_PASSWORD", PostgresSettings.PASSWORD);
        }
        return all;
    }

    private static Map<String, String> web(int port) {
        return Map.of(
                "QUARKUS_PROFILE",
                "local",
                "QUARKUS_HTTP_HOST",
                LOCALHOST,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port));
    }

    private Map<String, String> tokens() {
        var all = new HashMap<String, String>();
        all.put("ADSKULL_VAULT_KEYSET_FILE", home.keyset().toString());
        all.putAll(withDefaults(Map.of("ADSKULL_ANONYMOUS_TENANT", LocalClaims.TENANT)));
        all.putAll(platforms());
        return all;
    }

    private Map<String, String> polling() {
        var all = new HashMap<>(platforms());
        all.putAll(withDefaults(Map.of(
                "ADSKULL_POLL_INTERVAL",
                "PT10S",
                "ADSKULL_POLL_DENIED_INTERVAL",
                "PT10S",
                "ADSKULL_POLL_LONGEST_DENIED_INTERVAL",
                "PT10S")));
        all.putAll(withDefaults(new SimulatedPlatforms("", environment).budgets(SIMULATED_QPS)));
        if (!isReal(environment)) {
            all.putAll(withDefaults(Map.of(
                    "ADSKULL_POLL_LONGEST_HINT", SIMULATED_PATIENCE,
                    "ADSKULL_POLL_LONGEST_BACKOFF", SIMULATED_PATIENCE)));
        }
        return all;
    }

    /// The simulator stands in for a platform until there is a developer app of it.
    private Map<String, String> platforms() {
        return withDefaults(new SimulatedPlatforms(Ports.http(ports.simulator()), environment).variables());
    }

    private Map<String, String> alerts() {
        String slack = Ports.http(ports.simulator()) + "/inbox/slack/";
        var all = new HashMap<String, String>();
        all.put("ADSKULL_VAULT_KEYSET_FILE", home.channelsKeyset().toString());
        all.putAll(withDefaults(Map.ofEntries(
                Map.entry("ADSKULL_ANONYMOUS_TENANT", LocalClaims.TENANT),
                Map.entry("ADSKULL_DESTINATIONS_SLACK_WEBHOOK_ADDRESSES", "https://hooks.slack.com/services/," + slack),
                Map.entry("ADSKULL_DESTINATIONS_PLAIN_HTTP", "true"),
                Map.entry("QUARKUS_MAILER_HOST", LOCALHOST),
                Map.entry("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp())),
                Map.entry("ADSKULL_ALERTS_SLACK_API_URL", slack + "api"),
                Map.entry("ADSKULL_ALERTS_ADVERTISERS_SLACK_WEBHOOK_URL", slack + "ads-alerts"),
                Map.entry("ADSKULL_ALERTS_ADVERTISERS_EMAIL", "media-buyers@northwind.example"),
                Map.entry("ADSKULL_ALERTS_OPERATORS_SLACK_WEBHOOK_URL", slack + "adskull-operators"),
                Map.entry("ADSKULL_ALERTS_OPERATORS_EMAIL", "operators@adskull.example"),
                Map.entry("ADSKULL_ALERTS_PATIENCE", "PT45S"))));
        return all;
    }

    private Map<String, String> withDefaults(Map<String, String> defaults) {
        var chosen = new HashMap<>(defaults);
        chosen.keySet().forEach(key -> chosen.computeIfPresent(key, environment::getOrDefault));
        return chosen;
    }
}
