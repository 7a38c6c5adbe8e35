package io.adskull.simulator.fault;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/// Orders, shows and takes back faults.
@Path("/simulator/faults")
public class FaultsResource {
    private static final Logger LOG = Logger.getLogger(FaultsResource.class);

    private final FaultBook faults;

    FaultsResource(FaultBook faults) {
        this.faults = faults;
    }

    @POST
    @Consumes("*/*")
    public Response order(String body) {
        Fault fault = faults.order(FaultReader.read(body, faults.platforms()), Optional.empty());
        LOG.infof(
                "fault ordered id=%s platform=%s account=%s path=%s",
                fault.id(),
                fault.platform(),
                fault.account().orElse("any"),
                fault.path().orElse("any"));
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", fault.id()))
                .build();
    }

    @GET
    public List<FaultInForce> inForce() {
        return faults.inForce().stream().map(FaultInForce::of).toList();
    }

    @DELETE
    public Map<String, Integer> removeAll() {
        return Map.of("removed", faults.remove(fault -> true));
    }

    @DELETE
    @Path("{id}")
    public void remove(@RestPath String id) {
        if (faults.remove(fault -> fault.id().equals(id)) == 0) {
            throw new BadOrder(
                    404, List.of("No fault '" + id + "' is in force. GET /simulator/faults lists those that are."));
        }
        LOG.infof("fault removed id=%s", id);
    }
}
