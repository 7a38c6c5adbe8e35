package io.adskull.poller.probe;

import io.adskull.contract.account.Resource;
import io.adskull.poller.http.PlatformRequest;
import java.util.Optional;

/// One read-only question about one resource: the cheapest call that proves access.
///
/// @param host which of the platform's hosts; empty where it has one only
/// @param path of the endpoint, such as `/open_api/v1.3/campaign/get/`; a template
/// @param body of a POST
public record Probe(
        Resource resource, String method, Optional<String> host, String path, Query query, Optional<Body> body) {

    /// @param text a template, such as a JSON body
    /// @param type its media type
    public record Body(String text, String type) {}

    /// The call for one account.
    public PlatformRequest request(Placeholders values) {
        return new PlatformRequest(
                method,
                host,
                values.fill(path),
                query.filled(values),
                body.map(sent -> new PlatformRequest.Body(values.fill(sent.text()), sent.type())));
    }
}
