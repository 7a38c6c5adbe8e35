package io.adskull.dashboard.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// How people stay signed in.
@ConfigMapping(prefix = "adskull.sign-in")
public interface SignInSettings {

    /// Encrypts the cookies of sessions, at least 32 characters and the same on every replica; unset only where
    /// nobody signs in.
    Optional<String> secret();
}
