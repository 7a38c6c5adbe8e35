package io.adskull.poller.platform;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import java.net.URI;
import java.util.Map;

/// How a platform is reached. What is asked stands beside it, in `platforms/<id>/probes.yaml`.
public interface AdPlatform {
    Platform platform();

    /// Scheme and host; a probe's path is put behind it.
    URI baseUrl();

    /// The headers by which a call proves who it speaks for.
    Map<String, String> authorisation(AccessToken token);

    /// Calls a second that all replicas together may make with our developer app.
    int callsPerSecond();
}
