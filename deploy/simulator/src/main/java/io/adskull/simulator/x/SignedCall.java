package io.adskull.simulator.x;

import com.github.scribejava.core.extractors.BaseStringExtractorImpl;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.services.HMACSha1SignatureService;
import io.adskull.simulator.oauth.ApiCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The `Authorization: OAuth …` header of a call, RFC 5849.
///
/// @param parameters decoded, the signature among them
record SignedCall(ApiCall call, Map<String, String> parameters) {

    /// Empty when the call carries no such header.
    static Optional<SignedCall> of(ApiCall call) {
        return call.header("Authorization")
                .filter(header -> header.startsWith("OAuth "))
                .map(header -> {
                    Map<String, String> parameters = new LinkedHashMap<>();
                    Arrays.stream(header.substring(6).split(","))
                            .map(pair -> pair.strip().split("=", 2))
                            .filter(pair -> pair.length == 2)
                            .forEach(pair -> parameters.put(
                                    pair[0], URLDecoder.decode(pair[1].replace("\"", ""), StandardCharsets.UTF_8)));
                    return new SignedCall(call, parameters);
                });
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// Whether app and token signed just this call.
    boolean signedWith(String appSecret, String tokenSecret) {
        if (parameter("oauth_nonce").isBlank() || parameter("oauth_timestamp").isBlank()) {
            return false;
        }
        var request = new OAuthRequest(
                Verb.valueOf(call.method()), "http://" + call.header("Host").orElse("") + "/x" + call.path());
        call.query().forEach(request::addQuerystringParameter);
        parameters.forEach((name, value) -> {
            if (!name.equals("oauth_signature") && !name.equals("realm")) {
                request.addOAuthParameter(name, value);
            }
        });
        return new HMACSha1SignatureService()
                .getSignature(new BaseStringExtractorImpl().extract(request), appSecret, tokenSecret)
                .equals(parameter("oauth_signature"));
    }
}
