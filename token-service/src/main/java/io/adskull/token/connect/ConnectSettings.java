package io.adskull.token.connect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "adskull.connect")
public interface ConnectSettings {
    /// Where platforms and browsers reach this service.
    URI publicUrl();

    /// Where people go when they are connected. The only address this service redirects to beside the platforms'
    /// own.
    URI dashboardUrl();

    /// How long a person may take at the consent page.
    @WithDefault("PT10M")
    Duration patience();
}
