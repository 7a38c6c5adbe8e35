package io.adskull.dashboard.access;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// No other site may act through a visitor's browser. Every browser says where a change comes from; a program that
/// says nothing has no visitor to abuse, unless it shows the cookie of one.
@Provider
public class SameOrigin implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /// What Quarkus names the cookies that hold a session.
    private static final String SESSION_COOKIE = "q_session";

    @Override
    public void filter(ContainerRequestContext request) {
        boolean allowed = READING.contains(request.getMethod())
                || comesFromHere(
                        header(request, "Sec-Fetch-Site"),
                        header(request, "Origin"),
                        header(request, HttpHeaders.HOST),
                        showsACookie(request));
        if (!allowed) {
            throw new ForbiddenException("This must be asked for on the dashboard itself, not from another site.");
        }
    }

    /// @param session whether the request shows the cookie of a signed-in person
    static boolean comesFromHere(
            Optional<String> fetchSite, Optional<String> origin, Optional<String> host, boolean session) {
        return fetchSite
                .map("same-origin"::equals)
                .or(() -> origin.map(from -> host.equals(authority(from))))
                .orElse(!session);
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean showsACookie(ContainerRequestContext request) {
        return request.getCookies().keySet().stream().anyMatch(name -> name.startsWith(SESSION_COOKIE));
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }
}
