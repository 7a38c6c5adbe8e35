package io.adskull.local.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// A PostgreSQL cluster beside this process; keeps its data over restarts and takes over from a run that was
/// killed.
final class RunningPostgres implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private RunningPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// Returns when every database exists and takes connections.
    static RunningPostgres start(PostgresSettings settings) throws IOException, SQLException {
        Files.createDirectories(settings.data());
        new Postmaster(settings.data()).stopIfOrphaned();
        var postgres = EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setDataDirectory(settings.data())
                .setOverrideWorkingDirectory(binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "150")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_wal_size", "256MB")
                .start();
        var running = new RunningPostgres(postgres);
        running.createMissing(settings);
        return running;
    }

    /// Unpacked once per user and machine: it takes seconds, and every test run needs them.
    private static Path binaries() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "adskull-postgres-" + System.getProperty("user.name")));
    }

    private void createMissing(PostgresSettings settings) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            for (String name : settings.databases()) {
                createIfMissing(connection, name);
            }
        }
    }

    private static void createIfMissing(Connection connection, String name) throws SQLException {
        try (var search = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            search.setString(1, name);
            if (search.executeQuery().next()) {
                return;
            }
        }
        try (var creation = connection.createStatement()) {
            creation.execute("create database " + creation.enquoteIdentifier(name, true));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
