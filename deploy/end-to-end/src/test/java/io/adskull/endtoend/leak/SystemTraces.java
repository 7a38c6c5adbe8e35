package io.adskull.endtoend.leak;

import io.adskull.endtoend.system.RunningSystem;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Everything that this system writes, as text to search.
record SystemTraces(RunningSystem system) {
    private static final Pattern BYTEA = Pattern.compile("\\\\x([0-9a-f]+)");

    private static final List<String> SERVICES =
            List.of("token-service", "poller-service", "classifier-service", "notifier-service", "dashboard-service");

    List<String> logs() throws IOException {
        List<String> logs = new ArrayList<>();
        try (Stream<Path> files = Files.list(system.home().logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                logs.add(file.getFileName() + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return logs;
    }

    /// What services keep on disk for themselves, and what the launcher knows of them.
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(system.home().run()));
        SERVICES.forEach(service -> folders.add(system.home().data(service)));
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> kept = Files.walk(folder)) {
                    for (Path file : kept.filter(Files::isRegularFile).toList()) {
                        files.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return files;
    }

    List<String> metrics() {
        return Stream.of(8080, 8081, 8082, 8083, 8084)
                .map(port -> system.text(system.at(port, "/q/metrics")))
                .toList();
    }

    List<String> records() {
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

    List<String> rows() throws SQLException {
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
