package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import io.adskull.token.vault.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a browser brought back from a consent page. Nothing in it is trusted.
///
/// @param parameters the first value of each query parameter
/// @param browser the cookie that was set when the browser left
record Callback(Platform platform, Map<String, String> parameters, Optional<String> browser) {
    private static final int LONGEST = 2_048;

    Optional<String> state() {
        return parameter("state");
    }

    /// The code, in the first of these parameters that is there.
    Optional<Secret> code(List<String> names) {
        return names.stream()
                .flatMap(name -> parameter(name).stream())
                .findFirst()
                .map(Secret::new);
    }

    /// The platform says why there is no code, in OAuth's words.
    Optional<String> error() {
        return parameter("error");
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }

    @Override
    public String toString() {
        return "Callback[" + platform.id() + "]";
    }
}
