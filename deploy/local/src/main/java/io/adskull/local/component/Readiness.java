package io.adskull.local.component;

import io.adskull.local.server.PostgresSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// How a component is asked whether it does its work. Never throws: who cannot answer is not ready.
public sealed interface Readiness {

    int PATIENCE_MILLIS = 2000;

    boolean ready();

    /// Answers with 200.
    record Http(URI address) implements Readiness {

        @Override
        public boolean ready() {
            try {
                var connection = (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(PATIENCE_MILLIS);
                connection.setReadTimeout(PATIENCE_MILLIS);
                try {
                    return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        }
    }

    /// Takes connections; enough for Kafka, which opens its port when it serves.
    record Listening(int port) implements Readiness {

        @Override
        public boolean ready() {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /// Has its databases; PostgreSQL listens before it serves.
    record Database(String url) implements Readiness {

        @Override
        public boolean ready() {
            var login = new Properties();
            login.setProperty("user", PostgresSettings.USERNAME);
            login.setProperty("password", PostgresSettings.PASSWORD);
            login.setProperty("connectTimeout", "2");
            login.setProperty("socketTimeout", "2");
            try (var connection = DriverManager.getConnection(url, login)) {
                return connection.isValid(2);
            } catch (SQLException e) {
                return false;
            }
        }
    }
}
