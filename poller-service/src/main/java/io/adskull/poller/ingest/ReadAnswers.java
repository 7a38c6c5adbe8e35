package io.adskull.poller.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.adskull.contract.response.ApiResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Reads what was handed in, one answer or a batch: all of it, or none.
@Singleton
class ReadAnswers {
    /// Enough for a body that is cut, in base64 or with its quotes escaped.
    static final int MAX_REQUEST_BYTES = 4 << 20;

    private static final int MAX_BATCH = 100;
    private static final int MAX_ERRORS = 100;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InstantSource clock;

    ReadAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws Refused when anything is wrong with any of them
    List<ApiResponse> from(InputStream request, Giver giver) {
        return from(bytes(request), giver);
    }

    private List<ApiResponse> from(byte[] request, Giver giver) {
        JsonNode json = json(request);
        if (json.isArray() && (json.isEmpty() || json.size() > MAX_BATCH)) {
            throw badRequest("A batch has 1 to " + MAX_BATCH + " answers, this one has " + json.size() + ".");
        }
        Instant now = clock.instant();
        List<ApiResponse> answers = new ArrayList<>();
        List<BadField> wrong = new ArrayList<>();
        if (json.isArray()) {
            for (int index = 0; index < json.size(); index++) {
                new ReadAnswer(new Fields(json.get(index), index, wrong), giver, now)
                        .answer()
                        .ifPresent(answers::add);
            }
        } else {
            new ReadAnswer(new Fields(json, null, wrong), giver, now).answer().ifPresent(answers::add);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(Problem.of(wrong.subList(0, Math.min(wrong.size(), MAX_ERRORS))));
        }
        return answers;
    }

    private static byte[] bytes(InputStream request) {
        try {
            byte[] bytes = request.readNBytes(MAX_REQUEST_BYTES + 1);
            if (bytes.length > MAX_REQUEST_BYTES) {
                throw new Refused(Problem.tooLarge());
            }
            return bytes;
        } catch (IOException e) {
            throw badRequest("The request broke off.");
        }
    }

    private static JsonNode json(byte[] request) {
        try {
            return JSON.readTree(request);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw badRequest("The request is not JSON, or names a field twice"
                    + (at == null ? "." : ": line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        } catch (IOException e) {
            throw badRequest("The request is not JSON.");
        }
    }

    private static Refused badRequest(String detail) {
        return new Refused(Problem.of(Response.Status.BAD_REQUEST, detail));
    }
}
