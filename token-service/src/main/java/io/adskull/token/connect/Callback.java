package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import java.util.Map;
import java.util.Optional;

/// What a browser brought back from a consent page. Nothing in it is trusted.
///
/// @param parameters the first value of each query parameter
/// @param browser the cookie that was set when the browser left
record Callback(Platform platform, Map<String, String> parameters, Optional<String> browser) {

    @Override
    public String toString() {
        return "Callback[" + platform.id() + "]";
    }
}
