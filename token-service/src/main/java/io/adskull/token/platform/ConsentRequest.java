package io.adskull.token.platform;

import java.net.URI;

/// A person who is about to be sent to a platform.
///
/// @param state comes back unchanged with the answer
/// @param redirectUri where the answer goes; registered with the platform letter by letter
public record ConsentRequest(String state, URI redirectUri) {

    /// The state opens a door.
    @Override
    public String toString() {
        return "ConsentRequest[" + redirectUri + "]";
    }
}
