package io.adskull.simulator.issued;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/// One code, token or token secret a line, ready for `grep -F -f`. Shows secrets on purpose: none of them opens
/// anything real.
@Path("/simulator/tokens")
@Produces(MediaType.TEXT_PLAIN)
public class IssuedResource {
    private final IssuedSecrets issued;

    IssuedResource(IssuedSecrets issued) {
        this.issued = issued;
    }

    /// The header `X-Forgotten` counts those that are too old to be listed; a test that needs all of them checks it.
    @GET
    public Response all(@RestQuery Optional<String> platform) {
        return Response.ok(String.join("\n", issued.of(platform)))
                .header("X-Forgotten", issued.forgotten())
                .build();
    }
}
