package io.adskull.dashboard.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/// What is the same for everybody, and may be kept by browsers and caches for an hour. Its tag is made of its bytes,
/// so that every replica gives the same, and a new catalogue or release another.
@ApplicationScoped
public class PublicAnswer {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int TAG_BYTES = 12;

    private final ObjectMapper json;

    PublicAnswer(ObjectMapper json) {
        this.json = json;
    }

    Response page(Request request, TemplateInstance page) {
        return kept(
                request, page.render().getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    Response json(Request request, Object value) {
        try {
            return kept(request, json.writeValueAsBytes(value), MediaType.APPLICATION_JSON_TYPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response kept(Request request, byte[] body, MediaType type) {
        // Weak, for the bytes that travel may be compressed.
        EntityTag tag = new EntityTag(digest(body), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known != null ? known : Response.ok(body, type);
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + KEPT.toSeconds())
                .build();
    }

    private static String digest(byte[] body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(whole, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
