package io.adskull.poller.ingest;

import io.adskull.contract.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A good answer as a service hands it in, and the same with one thing changed.
record AnswerJson(Map<String, Object> fields) {

    static AnswerJson of(String account) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("account", account);
        fields.put("tenant", "demo");
        fields.put("method", "POST");
        fields.put("path", "/open_api/v1.3/campaign/update/");
        fields.put("httpStatus", 200);
        fields.put("body", "{\"code\":40001,\"message\":\"No permission to operate advertiser\"}");
        return new AnswerJson(fields);
    }

    AnswerJson with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new AnswerJson(changed);
    }

    AnswerJson without(String field) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new AnswerJson(changed);
    }

    String text() {
        return new String(EventJson.write(fields), StandardCharsets.UTF_8);
    }

    static String batch(AnswerJson... answers) {
        return new String(
                EventJson.write(
                        List.of(answers).stream().map(AnswerJson::fields).toList()),
                StandardCharsets.UTF_8);
    }
}
