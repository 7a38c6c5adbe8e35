package io.adskull.poller;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.adskull.contract.account.ConnectionId;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// TikTok and token-service as the poller sees them: two strangers behind addresses. Both on one server.
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "act.s3cret-of-the-platform";
    private static final String HEALTHY = "{\"code\":0,\"message\":\"OK\",\"request_id\":\"r\",\"data\":{\"list\":[]}}";

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .containerThreads(40));

    @Override
    public Map<String, String> start() {
        server.start();
        server.stubFor(get(urlPathMatching("/internal/access-tokens/.*"))
                .withHeader("Authorization", matching("Bearer .+"))
                .atPriority(9)
                .willReturn(okJson("{\"accessToken\":\"" + TOKEN + "\"}").withHeader("Cache-Control", "no-store")));
        server.stubFor(any(anyUrl())
                .withHeader("Access-Token", equalTo(TOKEN))
                .atPriority(10)
                .willReturn(okJson(HEALTHY).withHeader("X-Tt-Logid", "log-1").withHeader("Set-Cookie", "a=b")));
        return Map.of(
                "tiktok.api-url", server.baseUrl(),
                "quarkus.rest-client.token-service.url", server.baseUrl(),
                "adskull.test.world-port", Integer.toString(server.port()));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /// The server of the running test, to be scripted and asked.
    public static com.github.tomakehurst.wiremock.client.WireMock world() {
        int port = ConfigProvider.getConfig().getValue("adskull.test.world-port", Integer.class);
        return new com.github.tomakehurst.wiremock.client.WireMock("127.0.0.1", port);
    }

    /// What one account is answered by one endpoint from now on.
    static void answers(String path, String account, ResponseDefinitionBuilder answer) {
        world().register(get(urlPathMatching("/open_api/v1.3" + path))
                .withQueryParam("advertiser_id", equalTo(account))
                .atPriority(1)
                .willReturn(answer));
    }

    static void isDead(ConnectionId connection) {
        world().register(get(urlPathMatching("/internal/access-tokens/" + connection))
                .atPriority(1)
                .willReturn(aResponse().withStatus(409)));
    }

    static void livesAgain(ConnectionId connection) {
        world().register(get(urlPathMatching("/internal/access-tokens/" + connection))
                .atPriority(1)
                .willReturn(okJson("{\"accessToken\":\"" + TOKEN + "\"}")));
    }

    /// token-service fails `times` times for this connection, then answers.
    static void isAwayOnce(ConnectionId connection, int times) {
        for (int i = 0; i < times; i++) {
            world().register(get(urlPathMatching("/internal/access-tokens/" + connection))
                    .inScenario("away " + connection)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
                    .willSetStateTo("failed " + (i + 1))
                    .atPriority(1)
                    .willReturn(aResponse().withStatus(503)));
        }
    }

    /// The calls that the platform got for this account.
    static List<LoggedRequest> callsFor(String account) {
        return world()
                .find(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlPathMatching("/open_api/.*")))
                .stream()
                .filter(request -> request.getUrl().contains(account))
                .toList();
    }
}
