package io.adskull.poller.platform.snapchat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where Snapchat is.
@ConfigMapping(prefix = "snapchat")
interface SnapchatApi {
    @WithDefault("https://adsapi.snapchat.com/v1")
    URI apiUrl();
}
