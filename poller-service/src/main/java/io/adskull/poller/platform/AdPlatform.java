package io.adskull.poller.platform;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.PlatformRequest;
import io.adskull.poller.http.Usage;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/// How a platform is reached. What is asked, and how much of it the platform takes, stands beside it, in
/// `platforms/<id>/probes.yaml`.
public interface AdPlatform {
    Platform platform();

    /// The call with its address and all by which it proves who it speaks for.
    HttpRequest.Builder call(PlatformRequest wanted, WatchedAccount account, AccessToken token);

    /// What an answer's headers say about the platform's limits; empty when nothing.
    ///
    /// @param headers names in lower case
    default List<Usage> usage(Map<String, String> headers) {
        return List.of();
    }
}
