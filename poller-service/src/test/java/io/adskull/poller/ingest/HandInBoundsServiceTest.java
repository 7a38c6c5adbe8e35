package io.adskull.poller.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.response.ApiResponse;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Answers and requests that are too long, or too many.
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
class HandInBoundsServiceTest {
    private final HandedIn answers = HandedIn.ofAnAccount();
    private final String service = RealIdentity.token("campaign-editor", "any", "service");

    @TestHTTPResource("/api/responses")
    URI address;

    @Test
    void aHugeBodyIsCutAndFlagged() {
        byte[] huge = new byte[2 << 20];
        huge[ApiResponse.MAX_BODY_BYTES - 1] = 'e';
        answers.handIn(
                        service,
                        answers.one()
                                .without("body")
                                .with("bodyBase64", Base64.getEncoder().encodeToString(huge))
                                .text())
                .statusCode(202);

        Received record = answers.published().getFirst();
        assertThat(record.headers()).containsEntry("ce_truncated", "true");
        assertThat(record.value()).hasSize(ApiResponse.MAX_BODY_BYTES).endsWith((byte) 'e');
    }

    @Test
    void aRequestThatIsTooLongIsRefusedInWordsWhetherItSaysItsLengthOrNot() throws Exception {
        byte[] tooLong = new byte[ReadAnswers.MAX_REQUEST_BYTES + 1];
        byte[] farTooLong = new byte[8 << 20];

        assertTooLong(send(BodyPublishers.ofByteArray(tooLong)));
        assertTooLong(send(BodyPublishers.ofByteArray(farTooLong)));
        assertTooLong(send(BodyPublishers.ofInputStream(streamed(tooLong))));
    }

    @Test
    void requestsBeyondTheBoundAreAskedToComeAgain() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < Room.BYTES / ReadAnswers.MAX_REQUEST_BYTES; i++) {
                slow.add(halfARequest());
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> answers.handIn(service, answers.one().text())
                            .statusCode(503)
                            .contentType(HandedIn.PROBLEM)
                            .header("Retry-After", "1"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> answers.handIn(service, answers.one().text()).statusCode(202));
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + service)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Supplier<InputStream> streamed(byte[] body) {
        return () -> new ByteArrayInputStream(body);
    }

    private static void assertTooLong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(HandedIn.PROBLEM);
        assertThat(answer.body()).contains("4194304 bytes at most");
    }

    /// A request whose end does not come.
    private Socket halfARequest() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        String head = "POST /api/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + ReadAnswers.MAX_REQUEST_BYTES + "\r\nAuthorization: Bearer " + service
                + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
