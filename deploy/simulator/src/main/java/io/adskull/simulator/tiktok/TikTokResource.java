package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything under `/open_api/`. A path without its last slash, or of another version, is not TikTok's API.
@Path("/open_api/{path: .*}")
public class TikTokResource {
    private final TikTokApi api;
    private final ObjectMapper json;

    TikTokResource(TikTokApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
    }

    @GET
    public Uni<Response> get(@Context HttpServerRequest request) {
        return Wire.send(answer(request, MissingNode.getInstance()), request);
    }

    @POST
    @Consumes("*/*")
    public Uni<Response> post(@Context HttpServerRequest request, byte @Nullable [] body) {
        return Wire.send(answer(request, parsed(body)), request);
    }

    private Answer answer(HttpServerRequest request, JsonNode body) {
        String path = request.path();
        if (!path.startsWith(TikTokPlatform.PREFIX + "/")) {
            return Answer.text(404, "404 page not found");
        }
        Map<String, String> query = new LinkedHashMap<>();
        request.params().forEach(parameter -> query.putIfAbsent(parameter.getKey(), parameter.getValue()));
        return api.answer(new TikTokCall(
                request.method().name(),
                path.substring(TikTokPlatform.PREFIX.length()),
                query,
                Optional.ofNullable(request.getHeader("Access-Token")).filter(token -> !token.isBlank()),
                body));
    }

    private JsonNode parsed(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
