package io.adskull.classifier.topology;

import io.adskull.classifier.incident.Observation;
import io.adskull.classifier.incident.TraceParent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.response.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/// Reads records. Total: whatever a record holds, it is read or there is a reason why not.
final class InboundReader {
    private static final Logger LOG = Logger.getLogger(InboundReader.class);

    /// Attributes end up in the account's state and in incidents, which must fit into one record.
    private static final int MAX_ATTRIBUTE_BYTES = 2048;

    private static final String ATTRIBUTE = "ce_";

    private InboundReader() {}

    static Inbound response(Record<byte[], byte[]> record, Instant now) {
        return guarded(() -> {
            byte[] body = body(record);
            if (body.length > ApiResponse.MAX_BODY_BYTES) {
                throw new UnreadableEvent("the body is larger than " + ApiResponse.MAX_BODY_BYTES + " bytes");
            }
            Map<String, String> headers = texts(record.headers());
            ApiResponse answer = ApiResponse.from(headers, body);
            if (!answer.envelope().subject().equals(key(record))) {
                throw new UnreadableEvent("the record's key is not its ce_subject");
            }
            Optional<TraceParent> trace =
                    Optional.ofNullable(headers.get(TraceParent.HEADER)).flatMap(TraceParent::parse);
            return new Inbound.Answered(new Observation(answer, trace, now));
        });
    }

    static Inbound account(Record<byte[], byte[]> record) {
        return guarded(() -> {
            AccountKey key = AccountKey.parse(key(record));
            if (record.value() == null) {
                return new Inbound.Disconnected(key);
            }
            ConnectedAccount account = EventJson.read(record.value(), ConnectedAccount.class);
            if (!key.equals(account.account())) {
                throw new UnreadableEvent("the record's key is not the account in its value");
            }
            if (account.tenant() == null || account.tenant().isBlank()) {
                throw new UnreadableEvent("the account has no tenant");
            }
            return new Inbound.Connected(account);
        });
    }

    static Inbound letter(Record<byte[], byte[]> record) {
        return guarded(() -> new Inbound.Told(EventJson.read(record.value(), Letter.class)));
    }

    private static Inbound guarded(java.util.function.Supplier<Inbound> reading) {
        try {
            return reading.get();
        } catch (UnreadableEvent e) {
            return new Inbound.Unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a record could not be read because of a bug", e);
            return new Inbound.Unreadable("reading it failed: " + e.getClass().getSimpleName());
        }
    }

    private static String key(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new UnreadableEvent("the record has no key");
        }
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static byte[] body(Record<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            if (value == null) {
                continue;
            }
            if (value.length > MAX_ATTRIBUTE_BYTES && header.key().startsWith(ATTRIBUTE)) {
                throw new UnreadableEvent(
                        "header " + header.key() + " is longer than " + MAX_ATTRIBUTE_BYTES + " bytes");
            }
            texts.put(header.key(), new String(value, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
