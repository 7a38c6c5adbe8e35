package io.adskull.token.connect;

/// Whether a callback's state is one that this service gave to this browser for this platform.
enum StateCheck {
    VALID,
    UNKNOWN,
    EXPIRED,
    USED,
    OTHER_BROWSER
}
