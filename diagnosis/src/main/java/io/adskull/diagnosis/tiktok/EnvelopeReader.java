package io.adskull.diagnosis.tiktok;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.adskull.diagnosis.dialect.PlatformError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an envelope token by token and keeps only what [Envelope] names, however large the rest is.
final class EnvelopeReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Envelope.AccountState> accounts = new ArrayList<>();

    private EnvelopeReader() {}

    /// Empty when the bytes are not one whole JSON object, or an array that starts with one.
    static Optional<Envelope> read(byte[] body, int from) {
        EnvelopeReader reader = new EnvelopeReader();
        try (JsonParser json = JSON.createParser(body, from, body.length - from)) {
            JsonToken first = json.nextToken();
            boolean list = first == JsonToken.START_ARRAY;
            if (list) {
                first = json.nextToken();
            }
            if (first != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            reader.object(json, "");
            if (list) {
                reader.skipRest(json);
            }
            return json.nextToken() == null
                    ? Optional.of(new Envelope(reader.values, reader.accounts))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void object(JsonParser json, String prefix) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && prefix.isEmpty()) {
                object(json, name + ".");
            } else if (value == JsonToken.START_ARRAY && (name.equals("data") || name.equals("data.list"))) {
                accounts(json);
            } else if (value == JsonToken.START_ARRAY && name.equals("errors")) {
                errors(json);
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                values.putIfAbsent(name, scalar(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private void errors(JsonParser json) throws IOException {
        boolean first = true;
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            if (item == JsonToken.START_OBJECT && first) {
                object(json, "error.");
                first = false;
            } else {
                json.skipChildren();
            }
        }
    }

    private void accounts(JsonParser json) throws IOException {
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            if (item != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            String id = "";
            String status = "";
            String shown = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "advertiser_id" -> id = value.isScalarValue() ? json.getText() : id;
                    case "status" -> status = value.isScalarValue() ? json.getText() : status;
                    case "display_status" -> shown = value.isScalarValue() ? json.getText() : shown;
                    default -> json.skipChildren();
                }
            }
            String state =
                    status.startsWith("STATUS_") ? status : shown.startsWith("SHOW_ACCOUNT_STATUS_") ? shown : "";
            if (!state.isEmpty()) {
                accounts.add(new Envelope.AccountState(id, state));
            }
        }
    }

    private void skipRest(JsonParser json) throws IOException {
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            json.skipChildren();
        }
    }

    private static String scalar(JsonParser json) throws IOException {
        String text = json.getText();
        return text.length() <= PlatformError.LONGEST_MESSAGE ? text : text.substring(0, PlatformError.LONGEST_MESSAGE);
    }
}
