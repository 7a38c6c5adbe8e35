package io.adskull.token.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each test has circuit breakers of its own, since they remember what other tests did to a platform.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class PlatformHttpServiceTest {
    private final PlatformSettings settings;
    private final AtomicInteger calls = new AtomicInteger();
    private PlatformHttp http;
    private HttpServer server;

    @Inject
    PlatformHttpServiceTest(PlatformSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void listen() throws IOException {
        http = new PlatformHttp(new PlatformGuards(), settings);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/down", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/once", exchange -> {
            exchange.sendResponseHeaders(calls.incrementAndGet() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aReadIsTriedThreeTimesAndThenTheAnswerIsWhatItIs() {
        Answer answer = http.read(Platform.PINTEREST, get("/down"));

        assertThat(answer.httpStatus()).isEqualTo(Optional.of(503));
        assertThat(calls).hasValue(3);
    }

    @Test
    void aReadThatFailsOnceIsRepeated() {
        assertThat(http.read(Platform.REDDIT, get("/once")).httpStatus()).isEqualTo(Optional.of(200));
    }

    @Test
    void aWriteIsNeverRepeated() {
        assertThat(http.write(Platform.LINKEDIN, get("/down")).httpStatus()).isEqualTo(Optional.of(503));
        assertThat(calls).hasValue(1);
    }

    @Test
    void nobodyThereIsAnAnswerToo() {
        server.stop(0);

        assertThat(http.read(Platform.SNAPCHAT, get("/down")).transportError())
                .isEqualTo(Optional.of("connection failed"));
    }

    @Test
    void aPlatformThatFailsAgainAndAgainIsLeftAloneAndTheOthersAreNot() {
        for (int i = 0; i < 20; i++) {
            http.write(Platform.AMAZON, get("/down"));
        }

        Answer leftAlone = http.write(Platform.AMAZON, get("/down"));

        assertThat(PlatformGuards.leftAlone(leftAlone)).isTrue();
        assertThat(calls).hasValue(20);
        assertThat(http.write(Platform.X, get("/down")).httpStatus()).isEqualTo(Optional.of(503));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .GET()
                .build();
    }
}
