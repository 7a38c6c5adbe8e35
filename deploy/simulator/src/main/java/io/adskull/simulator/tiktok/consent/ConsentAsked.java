package io.adskull.simulator.tiktok.consent;

import io.adskull.simulator.tiktok.demo.Login;
import java.util.List;

/// What a consent page shows.
///
/// @param action the page's own address, so that a form comes back with the same parameters
/// @param problem why nobody can consent; empty when they can
public record ConsentAsked(
        String action, String app, String redirectUri, List<Login> logins, List<Scope> scopes, String problem) {

    public boolean possible() {
        return problem.isEmpty();
    }
}
