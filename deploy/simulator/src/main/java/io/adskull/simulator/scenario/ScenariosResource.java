package io.adskull.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.simulator.fault.BadOrder;
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
import org.jspecify.annotations.Nullable;

/// Lists, starts and stops the ready-made failures.
@Path("/simulator/scenarios")
public class ScenariosResource {
    private static final Logger LOG = Logger.getLogger(ScenariosResource.class);

    /// @param account who it hits when the order names nobody; null means every account
    public record Listed(String name, String what, @Nullable String account) {}

    public record Started(String id, List<String> faults, String what) {}

    private final Scenarios scenarios;
    private final ObjectMapper json;

    ScenariosResource(Scenarios scenarios, ObjectMapper json) {
        this.scenarios = scenarios;
        this.json = json;
    }

    @GET
    public List<Listed> all() {
        return scenarios.all().stream()
                .map(scenario -> new Listed(scenario.name(), scenario.what(), scenario.account()))
                .toList();
    }

    @POST
    @Path("{name}")
    @Consumes("*/*")
    public Response start(@RestPath String name, @Nullable String body) {
        Scenarios.Playing playing =
                scenarios.play(name, account(body == null ? "" : body)).orElseThrow(() -> unknown(name));
        LOG.infof("scenario started name=%s faults=%s", name, playing.faults());
        return Response.status(Response.Status.CREATED)
                .entity(new Started(name, playing.faults(), playing.scenario().what()))
                .build();
    }

    @DELETE
    @Path("{name}")
    public Map<String, Integer> stop(@RestPath String name) {
        int removed = scenarios.stop(name).orElseThrow(() -> unknown(name));
        if (removed == 0) {
            throw new BadOrder(404, List.of("Scenario '" + name + "' is not running."));
        }
        LOG.infof("scenario stopped name=%s faults=%d", name, removed);
        return Map.of("removed", removed);
    }

    private Optional<String> account(String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode order = json.readTree(body);
            JsonNode account = order.path("account");
            if (order.isObject() && (order.isEmpty() || (order.size() == 1 && account.isTextual()))) {
                return Optional.ofNullable(account.textValue());
            }
        } catch (JsonProcessingException notJson) {
            LOG.debug("scenario order is not JSON");
        }
        throw new BadOrder(400, List.of("Send nothing, or {\"account\":\"<id>\"}."));
    }

    private BadOrder unknown(String name) {
        String known =
                String.join(", ", scenarios.all().stream().map(Scenario::name).toList());
        return new BadOrder(404, List.of("No scenario '" + name + "'. Known are " + known + "."));
    }
}
