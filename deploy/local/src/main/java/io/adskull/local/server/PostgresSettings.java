package io.adskull.local.server;

import java.nio.file.Path;
import java.util.List;

/// @param port on localhost only
/// @param data the cluster's folder; kept over restarts
/// @param databases created where missing, each owned by the one user there is
public record PostgresSettings(int port, Path data, List<String> databases) {

    /// The only user of a local cluster; every password is right.
    public static final String USERNAME = "postgres";

    public static final String PASSWORD = "postgres";

    /// Where a database's name is appended.
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/";
    }
}
