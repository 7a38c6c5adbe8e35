package io.adskull.dashboard.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/// Whether the viewer is one of the SaaS's own people; for what every page has, such as its navigation.
@Named("staff")
@ApplicationScoped
public class Staff {
    private final SecurityIdentity identity;

    Staff(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// Never for who could not be recognised: the page that says so has a navigation too.
    public boolean isHere() {
        try {
            return identity.hasRole(Role.STAFF);
        } catch (RuntimeException notRecognised) {
            return false;
        }
    }
}
