package io.adskull.notifier.channel.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.RetryAfter;
import io.adskull.notifier.channel.Untrusted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an answer of Slack's Web API means (docs.slack.dev/reference/methods/chat.postMessage and
/// chat.update, "Errors"). Slack says most of its refusals with status 200. Pure.
sealed interface ApiAnswer {

    /// Slack has it.
    record Took(SlackReceipt receipt) implements ApiAnswer {}

    /// It is not there, or not as it is.
    record Refused(SlackRefusal of, String why, Optional<Duration> after) implements ApiAnswer {
        Outcome outcome() {
            return switch (of) {
                case PASSING -> new Outcome.Retry(after, why);
                case MESSAGE, FIRST -> new Outcome.GaveUp(why);
                case CHANNEL, TOKEN -> new Outcome.Gone(why);
            };
        }
    }

    /// A body that breaks off after it said where the message is has said enough.
    static ApiAnswer read(int status, String body, Optional<String> retryAfter, Instant now) {
        Fields fields = Fields.of(body);
        if (fields.ok && fields.channel != null && fields.ts != null) {
            return new Took(new SlackReceipt(fields.channel, fields.ts));
        }
        String said = fields.error == null
                ? "Slack answered " + status + " without saying whether it took it"
                : "Slack answered \"" + Untrusted.line(fields.error, 100) + "\"";
        return new Refused(
                SlackRefusal.of(fields.error), said, retryAfter.flatMap(value -> RetryAfter.read(value, now)));
    }

    /// The top of the answer, as far as it came.
    final class Fields {
        private static final JsonFactory JSON = new JsonFactory();

        private boolean ok;
        private @Nullable String error;
        private @Nullable String channel;
        private @Nullable String ts;

        private Fields() {}

        private static Fields of(String body) {
            var fields = new Fields();
            try (JsonParser json = JSON.createParser(body)) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    fields.readFrom(json);
                }
            } catch (IOException e) {
                return fields;
            }
            return fields;
        }

        private void readFrom(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "ok" -> ok = value == JsonToken.VALUE_TRUE;
                    case "error" -> error = text(json, value);
                    case "channel" -> channel = text(json, value);
                    case "ts" -> ts = text(json, value);
                    default -> json.skipChildren();
                }
            }
        }

        private static @Nullable String text(JsonParser json, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                return json.getText();
            }
            json.skipChildren();
            return null;
        }
    }
}
