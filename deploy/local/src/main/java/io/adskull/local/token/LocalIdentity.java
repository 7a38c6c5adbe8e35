package io.adskull.local.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.Refusal;
import io.adskull.local.component.Ports;
import io.adskull.local.server.LocalClaims;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the local identity provider for a person's token; it believes every password.
public record LocalIdentity(Ports ports) {

    /// A bearer token with every role in the demo's tenant.
    public String tokenOf(String user) throws InterruptedException {
        String form = "grant_type=password&client_id=adskull-command-line&password=any&scope=openid&username="
                + URLEncoder.encode(user, StandardCharsets.UTF_8);
        URI endpoint = URI.create(Ports.http(ports.identity()) + "/" + LocalClaims.ISSUER + "/token");
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            return new ObjectMapper()
                    .readTree(response.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new Refusal(
                    "the identity provider does not answer on port %d; ./adskull up starts it"
                            .formatted(ports.identity()),
                    e);
        }
    }
}
