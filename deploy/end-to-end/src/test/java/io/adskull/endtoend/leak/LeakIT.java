package io.adskull.endtoend.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.endtoend.system.RunningSystem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Looks for every code, token and key that this system ever held in everything that it writes: logs, files, Kafka,
/// databases, metrics.
class LeakIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();
    private final SystemSecrets secrets = new SystemSecrets(system);
    private final SystemTraces traces = new SystemTraces(system);

    @Test
    void noSecretThatThisSystemHoldsIsWrittenAnywhere() throws Exception {
        system.connect("google", "advertiser", "solo-91");
        system.connect("x", "advertiser", "solo-92");
        await().atMost(SOON).untilAsserted(() -> assertThat(system.accounts())
                .anyMatch(account -> account.path("name").asText().equals("Solo 91")));

        List<Secret> issued = secrets.issued();
        assertThat(issued).as("tokens of the demo and of this test").hasSizeGreaterThan(8);
        assertThat(issued)
                .as("of X: the secret of the request token, the verifier, the token and its secret")
                .filteredOn(secret -> secret.name().startsWith("x "))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(system.header(system.simulator("/simulator/tokens"), "X-Forgotten"))
                .as("all of them are known")
                .isEqualTo("0");
        List<Secret> handed = secrets.handedToServices();
        assertThat(handed)
                .extracting(Secret::name)
                .anyMatch(name -> name.endsWith("_APP_SECRET"))
                .anyMatch(name -> name.endsWith("_DEVELOPER_TOKEN"))
                .anyMatch(name -> name.endsWith("CREDENTIALS_SECRET"));
        List<Secret> keys = secrets.keys();
        assertThat(keys).extracting(Secret::name).contains("ticket key").anyMatch(name -> name.startsWith("vault key"));
        List<Secret> all = Stream.of(issued, handed, keys).flatMap(List::stream).toList();
        SecretSearch search = new SecretSearch(all);

        List<String> logs = traces.logs();
        assertThat(String.join("", logs)).as("logs are read").contains("goes to the consent page", "poller-service");
        assertThat(search.in(logs)).as("in a log").isEmpty();

        List<String> files = traces.files();
        assertThat(files).as("files are read").anyMatch(file -> file.contains("\"component\""));
        assertThat(search.in(files)).as("in a file of a service").isEmpty();

        List<String> records = traces.records();
        assertThat(records).as("Kafka is read").anyMatch(record -> record.contains("Solo 91"));
        assertThat(search.in(records)).as("on Kafka").isEmpty();

        List<String> rows = traces.rows();
        assertThat(rows).as("databases are read").anyMatch(row -> row.contains("Solo 91"));
        assertThat(search.in(rows)).as("in a database").isEmpty();

        List<String> metrics = traces.metrics();
        assertThat(metrics).as("metrics are read").allMatch(page -> page.contains("jvm_"));
        assertThat(search.in(metrics)).as("in a metric").isEmpty();

        for (Secret secret : all) {
            assertThat(ways(secret)).as("the search finds what is there").allSatisfy(way -> assertThat(search.in(way))
                    .containsExactly(secret.name()));
        }
    }

    /// In which a careless line could write it.
    private static List<String> ways(Secret secret) {
        byte[] json = ("{\"token\":\"" + secret.text() + "\"}").getBytes(StandardCharsets.ISO_8859_1);
        return List.of(
                "INFO  [Careless] token=" + secret.text() + " stored",
                "GET /?token=" + URLEncoder.encode(secret.text(), StandardCharsets.ISO_8859_1) + "&state=s",
                "Authorization: Basic " + Base64.getEncoder().encodeToString(json),
                "ticket=" + Base64.getUrlEncoder().withoutPadding().encodeToString(json) + ".signed");
    }
}
