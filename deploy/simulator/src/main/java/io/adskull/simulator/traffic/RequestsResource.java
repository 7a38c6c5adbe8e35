package io.adskull.simulator.traffic;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/// What the platforms were asked, oldest first.
@Path("/simulator/requests")
public class RequestsResource {
    private final RequestLog log;

    RequestsResource(RequestLog log) {
        this.log = log;
    }

    /// `path` matches a part of the path, the others match whole.
    @GET
    public List<LoggedRequest> requests(
            @RestQuery Optional<String> platform,
            @RestQuery Optional<String> account,
            @RestQuery Optional<String> path) {
        return log.matching(request -> platform.map(request.platform()::equals).orElse(true)
                && account.map(wanted -> wanted.equals(request.account())).orElse(true)
                && path.map(request.path()::contains).orElse(true));
    }

    @DELETE
    public void clear() {
        log.clear();
    }
}
