package io.adskull.classifier.explain;

import io.adskull.diagnosis.Diagnostician;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Hands out the one diagnostician of this process.
@ApplicationScoped
public class BundledDiagnostician {

    /// A singleton, for its class is final and cannot be proxied.
    @Produces
    @Singleton
    Diagnostician diagnostician() {
        return Diagnostician.bundled();
    }
}
