package io.adskull.local.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.Refusal;
import io.adskull.local.component.Ports;
import io.adskull.local.token.LocalIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Asks the dashboard to read the topics again, and tells how far it is until its new tables are in use.
@Command(
        name = "rebuild",
        description = "Reads the dashboard's tables again from the topics; the old ones serve meanwhile.")
public final class Rebuild implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = Ports.from(System.getenv());
        String token = new LocalIdentity(ports).tokenOf("rebuild");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Ports.http(ports.dashboard()) + "/api/operators/read-model/rebuild"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode progress = ask(
                    client,
                    request.copy().POST(HttpRequest.BodyPublishers.noBody()).build());
            while (progress.path("finishedAt").isNull()) {
                System.err.printf(
                        "\r%,d of %,d records",
                        progress.path("read").asLong(), progress.path("all").asLong());
                Thread.sleep(BETWEEN_LOOKS);
                progress = ask(client, request.copy().GET().build());
            }
            if (!progress.path("trouble").isNull()) {
                throw new Refusal("the tables were not replaced: "
                        + progress.path("trouble").asText());
            }
            System.err.printf(
                    "\r%,d records read; the new tables are in use%n",
                    progress.path("read").asLong());
            return 0;
        } catch (IOException e) {
            throw new Refusal(
                    "the dashboard does not answer on port %d; ./adskull up starts it".formatted(ports.dashboard()), e);
        }
    }

    private static JsonNode ask(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new Refusal("the dashboard answered " + answer.statusCode() + ": " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }
}
