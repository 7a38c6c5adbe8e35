package io.adskull.simulator.oauth;

import org.jspecify.annotations.Nullable;

/// What a token or revocation endpoint has to say besides tokens; a platform that does not tell two things apart
/// words only the second.
public enum Word {
    INVALID_REQUEST(null),
    /// A refresh asks for more than was granted.
    SCOPE_INVALID(INVALID_REQUEST),
    PARAMETER_MISSING(INVALID_REQUEST),
    GRANT_TYPE_UNKNOWN(INVALID_REQUEST),
    METHOD_NOT_ALLOWED(INVALID_REQUEST),
    CLIENT_UNKNOWN(null),
    CLIENT_SECRET_WRONG(CLIENT_UNKNOWN),
    CODE_INVALID(null),
    CODE_USED(CODE_INVALID),
    CODE_EXPIRED(CODE_INVALID),
    REDIRECT_MISMATCH(CODE_INVALID),
    PROOF_WRONG(CODE_INVALID),
    REFRESH_INVALID(CODE_INVALID),
    REFRESH_REVOKED(REFRESH_INVALID),
    REFRESH_USED(REFRESH_REVOKED),
    REFRESH_EXPIRED(REFRESH_INVALID),
    REFRESH_OF_OTHER_CLIENT(REFRESH_INVALID),
    ACCESS_INVALID(CODE_INVALID),
    ACCESS_EXPIRED(ACCESS_INVALID),
    REVOKED(null),
    REVOKE_UNKNOWN(REVOKED);

    private final @Nullable Word fallback;

    Word(@Nullable Word fallback) {
        this.fallback = fallback;
    }

    boolean ofRevocation() {
        return this == REVOKED || this == REVOKE_UNKNOWN;
    }

    @Nullable
    Word fallback() {
        return fallback;
    }
}
