package io.adskull.poller.probe;

import io.adskull.contract.account.Resource;
import io.adskull.poller.http.PlatformRequest;
import java.util.Map;
import java.util.Optional;

/// One read-only question about one resource: the cheapest call that proves access.
///
/// @param path of the endpoint, such as `/open_api/v1.3/campaign/get/`
/// @param query in the order of the plan; values are templates
/// @param body template of a POST's JSON body
public record Probe(Resource resource, String method, String path, Map<String, String> query, Optional<String> body) {

    /// The call for one account.
    public PlatformRequest request(Placeholders values) {
        StringBuilder filled = new StringBuilder();
        query.forEach((name, template) -> filled.append(filled.isEmpty() ? '?' : '&')
                .append(PlatformRequest.encode(name))
                .append('=')
                .append(PlatformRequest.encode(values.fill(template))));
        return new PlatformRequest(method, path, filled.toString(), body.map(values::fill));
    }
}
