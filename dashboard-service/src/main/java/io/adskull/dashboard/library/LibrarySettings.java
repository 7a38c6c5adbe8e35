package io.adskull.dashboard.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one visitor of the error library may ask for, by network address (of IPv6: by network of 64 bits). Behind
/// a proxy all visitors have the proxy's address until the deployment trusts what it forwards: see
/// `quarkus.http.proxy.proxy-address-forwarding` and `quarkus.http.proxy.trusted-proxies`.
@ConfigMapping(prefix = "adskull.library")
public interface LibrarySettings {

    /// Pages and their JSON.
    Pages pages();

    /// Answers that are pasted to be explained.
    Explanations explanations();

    interface Pages {
        /// In the long run.
        @WithDefault("60")
        int perMinute();

        /// At once, after a while of asking for nothing.
        @WithDefault("120")
        int burst();
    }

    interface Explanations {
        /// In the long run.
        @WithDefault("10")
        int perMinute();

        /// At once, after a while of asking for nothing.
        @WithDefault("10")
        int burst();
    }
}
