package io.adskull.endtoend.polling;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Stands where token-service stands, which has tests of its own: knows one token a connection.
final class AccessTokens implements AutoCloseable {
    private static final String PATH = "/internal/access-tokens/";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpServer server;

    AccessTokens(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, exchange -> {
            try (exchange) {
                String token = tokens.get(exchange.getRequestURI().getPath().substring(PATH.length()));
                byte[] answer = ("{\"accessToken\":\"" + token + "\"}").getBytes(StandardCharsets.US_ASCII);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(token == null ? 404 : 200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    void put(String connection, String token) {
        tokens.put(connection, token);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
