package io.adskull.simulator.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFileTest {
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void messagesAndTheirCopiesSurviveARestartAndAHalfWrittenLine(@TempDir Path folder) throws Exception {
        Inbox before = inbox(folder);
        before.receive(mail("1", "<a@x>"));
        before.receive(mail("2", "<b@x>"));
        before.receive(mail("3", "<a@x>"));
        Files.writeString(folder.resolve("inbox.jsonl"), "{\"id\":\"4\",\"chan", StandardOpenOption.APPEND);

        List<Message> after = inbox(folder).messages(Optional.empty(), Optional.empty());

        assertThat(after).extracting(Message::id).containsExactly("1", "2");
        assertThat(after).extracting(Message::copies).containsExactly(2, 1);
    }

    @Test
    void whatWasClearedDoesNotComeBack(@TempDir Path folder) {
        Inbox before = inbox(folder);
        before.receive(mail("1", "<a@x>"));
        before.clear();

        assertThat(inbox(folder).messages(Optional.empty(), Optional.empty())).isEmpty();
    }

    private Inbox inbox(Path folder) {
        InboxConfig config = new InboxConfig() {
            @Override
            public int smtpPort() {
                return 0;
            }

            @Override
            public String smtpHost() {
                return "localhost";
            }

            @Override
            public Optional<Path> data() {
                return Optional.of(folder);
            }
        };
        return new Inbox(new MessageFile(config, json));
    }

    private static Message mail(String id, String messageId) {
        return new Message(
                id, Message.EMAIL, "n@x.example", "s", "t", null, null, List.of(), Instant.EPOCH, messageId, 1);
    }
}
