package io.adskull.local.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.Refusal;
import io.adskull.local.component.Ports;
import io.adskull.local.token.LocalIdentity;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/// Connects the demo's accounts the way their owners would, through the platform's consent page; those that are
/// connected already are left alone.
public record ConnectDemoAccounts(Ports ports) {

    public void connectMissing() throws InterruptedException {
        String token = new LocalIdentity(ports).tokenOf("demo-user");
        Set<String> connected = connectedAccounts(token);
        for (DemoLogin login : DemoLogin.values()) {
            if (!connected.contains(login.account())) {
                connect(login, token);
            }
        }
    }

    private Set<String> connectedAccounts(String token) throws InterruptedException {
        try (var browser = new Browser()) {
            JsonNode connections = new ObjectMapper().readTree(browser.read(tokenService("/connections"), token));
            var names = new HashSet<String>();
            connections.forEach(
                    connection -> names.add(connection.path("businessName").asText()));
            return names;
        } catch (JacksonException e) {
            throw new Refusal("token-service lists its connections in a form that is not understood", e);
        }
    }

    private void connect(DemoLogin login, String token) throws InterruptedException {
        try (var browser = new Browser()) {
            URI consent = browser.follow(tokenService("/connect/tiktok?kind=" + login.kind()), token);
            ConsentPage page = ConsentPage.read(consent, browser.read(consent));
            URI callback = browser.submit(page.action(), ConsentPage.agreedBy(login));
            browser.follow(callback, token);
        }
    }

    private URI tokenService(String path) {
        return URI.create(Ports.http(ports.token()) + path);
    }
}
