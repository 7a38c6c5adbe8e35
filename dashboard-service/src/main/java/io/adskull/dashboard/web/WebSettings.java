package io.adskull.dashboard.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/// Where pages send people.
@ConfigMapping(prefix = "adskull")
public interface WebSettings {

    /// Base address of token-service as browsers reach it; connecting and reconnecting start there.
    @WithDefault("http://localhost:8081")
    URI tokenServicePublicUrl();

    Tickets tickets();

    interface Tickets {
        /// Signs connect and reconnect links; shared with the token service.
        Path keyFile();
    }
}
