package io.adskull.simulator.oauth.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the app asks a person for, as it stands in the address of the consent page.
///
/// @param challenge of PKCE (S256)
/// @param echoed parameters that the redirect carries besides the code, when the person says yes
/// @param parameters all of the address, for conditions in `oauth.yaml`
public record ConsentAsked(
        Optional<String> client,
        Optional<String> redirectUri,
        List<String> scopes,
        Optional<String> state,
        Optional<String> challenge,
        Map<String, String> echoed,
        Map<String, String> parameters) {

    /// Scopes as any platform separates them.
    public static List<String> scopes(String text) {
        return Arrays.stream(text.split("[ ,]"))
                .filter(scope -> !scope.isBlank())
                .toList();
    }
}
