package io.adskull.token.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/// Reads from APIs that take a bearer token and answer JSON. Whether an answer is an error is for the platform's
/// dialect to say, since some errors come with status 200.
@Singleton
public class JsonApi {
    private final PlatformHttp http;
    private final ObjectMapper json;
    private final Diagnostician diagnostician = Diagnostician.bundled();

    JsonApi(PlatformHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    public JsonReply get(Platform platform, URI address, Secret accessToken, Map<String, String> headers) {
        return reply(
                http.read(platform, request(address, accessToken, headers).GET().build()));
    }

    /// A question that the platform wants as a POST; repeated like a read.
    public JsonReply query(
            Platform platform, URI address, Secret accessToken, Map<String, String> headers, Object body) {
        try {
            HttpRequest request = request(address, accessToken, headers)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            return reply(http.read(platform, request));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a request", e);
        }
    }

    /// What an answer amounts to, for requests that a platform builds itself.
    public JsonReply reply(Answer answer) {
        if (answer.transportError().isPresent()
                || diagnostician.diagnose(answer, Circumstances.unknown()) instanceof Verdict.Failing) {
            return new JsonReply.Failed(answer);
        }
        try {
            JsonNode body = json.readTree(answer.body());
            return body instanceof MissingNode ? new JsonReply.Failed(answer) : new JsonReply.Done(body);
        } catch (IOException e) {
            return new JsonReply.Failed(answer);
        }
    }

    private static HttpRequest.Builder request(URI address, Secret accessToken, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + accessToken.value())
                .header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }
}
