package io.adskull.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Prints what breaks and what works again. For other teams to copy.
public final class ReadIncidents {
    private ReadIncidents() {}

    /// @param args where Kafka is, such as `localhost:8094`, and the group to read as
    public static void main(String[] args) throws IOException {
        var settings = new Properties();
        settings.put("bootstrap.servers", args[0]);
        settings.put("group.id", args[1]);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("isolation.level", "read_committed"); // the classifier writes in transactions
        var json = new ObjectMapper();
        var seen = new HashSet<String>(); // yours: a table with a unique key, which outlives the process
        try (var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            kafka.subscribe(List.of("adskull.remediations"));
            while (true) {
                for (var record : kafka.poll(Duration.ofSeconds(1))) {
                    var id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                    var event = json.readTree(record.value());
                    if (seen.add(id)) {
                        System.out.printf(
                                "%s %s %s: %s%n",
                                event.at("/at").asText(),
                                event.at("/transition").asText(),
                                event.at("/incident/accountName").asText(),
                                event.at("/incident/title").asText());
                    }
                }
                kafka.commitSync(); // after the work: a crash repeats, and loses nothing
            }
        }
    }
}
