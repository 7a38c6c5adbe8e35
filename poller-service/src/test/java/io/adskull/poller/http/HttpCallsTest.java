package io.adskull.poller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.adskull.contract.response.ApiResponse;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against servers that behave as badly as real ones do.
class HttpCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);

    private static final Vertx VERTX = Vertx.vertx(
            new VertxOptions().setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anAnswerComesAsItIsWithTheHeadersThatMatter() throws Exception {
        byte[] garbage = {0, (byte) 0xff, '{', 13, 10, (byte) 0x80};
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Tt-Logid", "2026112210");
            exchange.getResponseHeaders().add("Set-Cookie", "session=1");
            exchange.sendResponseHeaders(503, garbage.length);
            exchange.getResponseBody().write(garbage);
            exchange.close();
        });

        PlatformReply.Answered answer = calls(PATIENCE).send(get(address()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(garbage);
        assertThat(answer.truncated()).isFalse();
        assertThat(answer.headers()).containsEntry("x-tt-logid", "2026112210").doesNotContainKey("set-cookie");
    }

    @Test
    void aHugeBodyIsCutAtTheCapAndNotReadFurther() throws Exception {
        byte[] part = new byte[1 << 16];
        Arrays.fill(part, (byte) 'x');
        CountDownLatch hungUp = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100 * 16; i++) {
                    body.write(part);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });

        PlatformReply.Answered answer = calls(PATIENCE).send(get(address()));

        assertThat(answer.body()).hasSize(ApiResponse.MAX_BODY_BYTES);
        assertThat(answer.truncated()).isTrue();
        hungUp.await();
    }

    @Test
    void aBodyOfExactlyTheCapIsWhole() throws Exception {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ApiResponse.MAX_BODY_BYTES);
            exchange.getResponseBody().write(new byte[ApiResponse.MAX_BODY_BYTES]);
            exchange.close();
        });

        PlatformReply.Answered answer = calls(PATIENCE).send(get(address()));

        assertThat(answer.body()).hasSize(ApiResponse.MAX_BODY_BYTES);
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://elsewhere.example.com/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        PlatformReply.Answered answer = calls(PATIENCE).send(get(address()));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "http://elsewhere.example.com/");
    }

    @Test
    void aServerThatNeverAnswersIsATimeout() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        server.createContext("/", _ -> await(end));

        assertThat(failure(IMPATIENCE, address())).isEqualTo(TransportFailure.TIMEOUT);
        end.countDown();
    }

    @Test
    void aBodyThatNeverEndsIsATimeoutToo() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        assertThat(failure(IMPATIENCE, address())).isEqualTo(TransportFailure.TIMEOUT);
        end.countDown();
    }

    @Test
    void anythingThatIsNotHttpIsOther() throws Exception {
        assertThat(failureWith("http", "SSH-2.0-OpenSSH_9.9\r\n")).isEqualTo(TransportFailure.OTHER);
    }

    @Test
    void aConnectionThatEndsTooEarlyIsOther() throws Exception {
        assertThat(failureWith("http", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"code\":0"))
                .isEqualTo(TransportFailure.OTHER);
        assertThat(failureWith("http", "")).isEqualTo(TransportFailure.OTHER);
    }

    @Test
    void aClosedPortIsConnectionRefused() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(failure(PATIENCE, "http://127.0.0.1:" + port + "/")).isEqualTo(TransportFailure.CONNECTION_REFUSED);
    }

    @Test
    void aNameThatDoesNotExistIsDns() throws Exception {
        assertThat(failure(PATIENCE, "http://nowhere.invalid/")).isEqualTo(TransportFailure.DNS);
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsTls() throws Exception {
        assertThat(failureWith("https", "HTTP/1.1 400 Bad Request\r\n\r\n")).isEqualTo(TransportFailure.TLS);
    }

    @Test
    void aFailureNamesNoAddress() {
        NoAnswer failure = catchThrowableOfType(
                NoAnswer.class, () -> calls(PATIENCE).send(get("http://nowhere.invalid/?secret=s3cret")));

        assertThat(failure).hasMessage("dns").hasNoCause();
    }

    @Test
    void aBodyIsSentAsItIs() throws Exception {
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });

        PlatformReply.Answered answer = calls(PATIENCE)
                .send(HttpRequest.newBuilder(URI.create(address()))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"é\"}"))
                        .build());

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"query\":\"é\"}");
    }

    @Test
    void manyHeadersAreTakenAsWell() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Security-Policy", "x".repeat(60_000));
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });

        assertThat(calls(PATIENCE).send(get(address())).headers()).containsEntry("retry-after", "7");
    }

    @Test
    void aConnectionThatWasClosedMeanwhileIsNoFailure() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> answerOnce(socket));
            HttpCalls calls = calls(PATIENCE);
            String address = "http://127.0.0.1:" + socket.getLocalPort() + "/";

            assertThat(calls.send(get(address)).status()).isEqualTo(200);
            assertThat(calls.send(get(address)).status()).isEqualTo(200);
        }
    }

    /// Says that the connection may be used again, takes the next request on it, and hangs up.
    private static void answerOnce(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket accepted = socket.accept()) {
                int _ = accepted.getInputStream().read(new byte[4096]);
                accepted.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                int _ = accepted.getInputStream().read(new byte[4096]);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private TransportFailure failureWith(String scheme, String bytes) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> answerAll(socket, bytes));
            return failure(PATIENCE, scheme + "://127.0.0.1:" + socket.getLocalPort() + "/");
        }
    }

    /// The client tries a GET again by itself when a connection ends without a byte, so one answer is not enough.
    private static void answerAll(ServerSocket socket, String bytes) {
        while (!socket.isClosed()) {
            try (Socket accepted = socket.accept()) {
                int _ = accepted.getInputStream().read(new byte[4096]);
                accepted.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private static TransportFailure failure(Duration patience, String address) {
        return catchThrowableOfType(NoAnswer.class, () -> calls(patience).send(get(address)))
                .reply()
                .why();
    }

    private static HttpCalls calls(Duration timeout) {
        return new HttpCalls(VERTX, timeout, 4);
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
