package io.adskull.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table that people read says what the code creates.
class TopicTableTest {

    @Test
    void theTableInTheDocumentationIsTheListInTheCode() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/topics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1].strip() + " " + line.split("\\|")[6].strip() + " "
                        + line.split("\\|")[7].strip())
                .toList();
        List<String> expected = Topic.all().stream()
                .map(topic -> "`" + topic.name() + "` " + topic.partitions() + " "
                        + topic.retention().map(kept -> kept.toDays() + " days").orElse("compacted"))
                .toList();
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void topicsKeyedByAccountAreJoinedPartitionByPartition() {
        assertThat(List.of(
                        Topic.ACCOUNTS, Topic.API_RESPONSES, Topic.REMEDIATIONS, Topic.POLL_REQUESTS, Topic.STANDINGS))
                .extracting(Topic::partitions)
                .containsOnly(Topic.ACCOUNTS.partitions());
    }

    @Test
    void topicsKeyedByConnectionAreJoinedPartitionByPartition() {
        assertThat(Topic.CONNECTION_WORDS.partitions()).isEqualTo(Topic.CREDENTIALS.partitions());
    }
}
