package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/// Looks for every code and token that the simulator ever issued in everything that this system writes: logs, Kafka,
/// databases, metrics.
class LeakIT {
    /// The end of each of them is a signature of its own.
    private static final int SIGNATURE = 32;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + SIGNATURE + ",}");
    private static final Pattern BYTEA = Pattern.compile("\\\\x([0-9a-f]+)");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void noTokenThatWasEverIssuedIsWrittenAnywhere() throws Exception {
        system.connect("google", "advertiser", "solo-91");
        system.connect("x", "advertiser", "solo-92");
        await().atMost(SOON).untilAsserted(() -> assertThat(system.accounts())
                .anyMatch(account -> account.path("name").asText().equals("Solo 91")));

        Set<String> issued = issued();
        assertThat(issued).as("tokens of the demo and of this test").hasSizeGreaterThan(8);
        assertThat(found(issued, String.join("\n", issued)))
                .as("the search finds what is there")
                .isEqualTo(issued);

        List<String> logs = logs();
        assertThat(String.join("", logs)).as("logs are read").contains("goes to the consent page", "poller-service");
        assertThat(leaks(issued, logs)).as("in a log").isEmpty();

        List<String> records = records();
        assertThat(records).as("Kafka is read").anyMatch(record -> record.contains("Solo 91"));
        assertThat(leaks(issued, records)).as("on Kafka").isEmpty();

        List<String> rows = rows();
        assertThat(rows).as("databases are read").anyMatch(row -> row.contains("Solo 91"));
        assertThat(leaks(issued, rows)).as("in a database").isEmpty();

        List<String> metrics = Stream.of(8080, 8081, 8082, 8083, 8084)
                .map(port -> system.text(system.at(port, "/q/metrics")))
                .toList();
        assertThat(metrics).as("metrics are read").allMatch(page -> page.contains("jvm_"));
        assertThat(leaks(issued, metrics)).as("in a metric").isEmpty();
    }

    /// The signatures of all codes and tokens.
    private Set<String> issued() {
        return system.text(system.simulator("/simulator/tokens"))
                .lines()
                .filter(token -> token.length() > SIGNATURE)
                .map(token -> token.substring(token.length() - SIGNATURE))
                .filter(signature -> HEX.matcher(signature).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> leaks(Set<String> issued, List<String> texts) {
        Set<String> leaks = new TreeSet<>();
        texts.forEach(text -> leaks.addAll(found(issued, text)));
        return leaks;
    }

    private static Set<String> found(Set<String> issued, String text) {
        Set<String> found = new TreeSet<>();
        Matcher runs = HEX.matcher(text);
        while (runs.find()) {
            String run = runs.group();
            for (int at = 0; at + SIGNATURE <= run.length(); at++) {
                String window = run.substring(at, at + SIGNATURE);
                if (issued.contains(window)) {
                    found.add(window);
                }
            }
        }
        return found;
    }

    private List<String> logs() throws IOException {
        List<String> logs = new ArrayList<>();
        try (Stream<Path> files = Files.list(system.logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                logs.add(file.getFileName() + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return logs;
    }

    private List<String> records() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", system.kafka(),
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        List<String> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> records.add(text(record)));
            }
        }
        return records;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder(record.topic());
        append(text, record.key());
        append(text, record.value());
        for (Header header : record.headers()) {
            append(text.append(header.key()), header.value());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes) {
        text.append(' ').append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String database : List.of("token", "notifier", "dashboard")) {
            try (Connection connection = DriverManager.getConnection(system.jdbc(database), "postgres", "postgres")) {
                for (String table : tables(connection)) {
                    try (ResultSet row = connection
                            .createStatement()
                            .executeQuery("select cast(t as text) from \"" + table + "\" t")) {
                        while (row.next()) {
                            rows.add(table + " " + withBytes(row.getString(1)));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .createStatement()
                .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    /// PostgreSQL shows bytes in hexadecimal; a token among them would be hidden by that.
    private static String withBytes(String row) {
        StringBuilder all = new StringBuilder(row);
        Matcher bytes = BYTEA.matcher(row);
        while (bytes.find()) {
            String hex = bytes.group(1);
            all.append('\n')
                    .append(new String(
                            HexFormat.of().parseHex(hex.substring(0, hex.length() / 2 * 2)),
                            StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
