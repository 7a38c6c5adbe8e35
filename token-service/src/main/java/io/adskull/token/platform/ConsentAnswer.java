package io.adskull.token.platform;

import io.adskull.vault.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a platform sent a person back with. Only the state was checked: nothing else in it is trusted.
///
/// @param parameters the first value of each query parameter
/// @param redirectUri the address that the consent was asked for with
/// @param kept what [ConsentStart.Page#keep] gave to be kept
public record ConsentAnswer(Map<String, String> parameters, URI redirectUri, Optional<Secret> kept) {
    private static final int LONGEST = 8_192;

    public ConsentAnswer {
        parameters = Map.copyOf(parameters);
    }

    /// The first of these parameters that is there, not blank and not absurdly long.
    public Optional<String> parameter(String... names) {
        return Stream.of(names)
                .map(parameters::get)
                .filter(text -> text != null && !text.isBlank() && text.length() <= LONGEST)
                .findFirst();
    }

    public ConsentAnswer with(Optional<Secret> newlyKept) {
        return new ConsentAnswer(parameters, redirectUri, newlyKept);
    }

    /// Why there is no code, in OAuth's words.
    public Optional<String> error() {
        return parameter("error");
    }

    @Override
    public String toString() {
        return "ConsentAnswer[" + redirectUri + "]";
    }
}
