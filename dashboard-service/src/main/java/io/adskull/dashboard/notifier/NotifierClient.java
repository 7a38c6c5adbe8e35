package io.adskull.dashboard.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// notifier-service's API, asked with the viewer's own token. What changes something is asked for once.
@Path("/api")
@RegisterRestClient(configKey = "notifier-service")
@RegisterClientHeaders(AsViewer.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface NotifierClient {

    @GET
    @Path("/destinations")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NotifierRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    List<Destination> destinations();

    @GET
    @Path("/routes")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NotifierRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    List<Route> routes();

    @GET
    @Path("/mutes")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NotifierRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    List<Mute> mutes();

    @GET
    @Path("/labels")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NotifierRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    Labelled.All labels();

    @PUT
    @Path("/labels/{platform}/{account}")
    Labelled label(
            @PathParam("platform") String platform, @PathParam("account") String account, Labelled.Wanted wanted);

    /// What is sent: the body that is posted to Slack or a webhook; of a mail `subject`, `html`, `text`.
    @GET
    @Path("/preview/{cause}")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NotifierRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    JsonNode preview(
            @PathParam("cause") String cause,
            @QueryParam("channel") String channel,
            @QueryParam("transition") String transition);

    @POST
    @Path("/destinations")
    Destination add(Destination.Asked asked);

    @PUT
    @Path("/destinations/{id}")
    Destination change(@PathParam("id") UUID id, Destination.Asked asked);

    @DELETE
    @Path("/destinations/{id}")
    void deleteDestination(@PathParam("id") UUID id);

    @POST
    @Path("/destinations/{id}/on")
    Destination turnOn(@PathParam("id") UUID id);

    @POST
    @Path("/destinations/{id}/confirmation")
    void askToConfirm(@PathParam("id") UUID id);

    @POST
    @Path("/destinations/{id}/test")
    Destination.Tested test(@PathParam("id") UUID id);

    @POST
    @Path("/routes")
    Route add(Route asked);

    @PUT
    @Path("/routes/{id}")
    Route change(@PathParam("id") UUID id, Route asked);

    @DELETE
    @Path("/routes/{id}")
    void deleteRoute(@PathParam("id") UUID id);

    @POST
    @Path("/mutes")
    Mute mute(Mute.Asked asked);

    @DELETE
    @Path("/mutes/{id}")
    void endMute(@PathParam("id") UUID id);

    /// A page shows it and must not wait for it.
    @GET
    @Path("/incidents/{id}/attention")
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = NotifierRefused.class)
    Attention attention(@PathParam("id") UUID id);

    @POST
    @Path("/incidents/{id}/acknowledge")
    Attention acknowledge(@PathParam("id") UUID id);

    @POST
    @Path("/incidents/{id}/snooze")
    Attention snooze(@PathParam("id") UUID id, Attention.Snooze wish);

    @DELETE
    @Path("/incidents/{id}/snooze")
    Attention wake(@PathParam("id") UUID id);

    @ClientExceptionMapper
    static @Nullable RuntimeException refusal(Response response) {
        return response.getStatus() >= 400 && response.getStatus() < 500
                ? new NotifierRefused(response.getStatus() == 404, detail(response.readEntity(String.class)))
                : null;
    }

    private static String detail(@Nullable String problem) {
        String unsaid = "It was refused without a reason.";
        try {
            return new ObjectMapper()
                    .readTree(problem == null ? "" : problem)
                    .path("detail")
                    .asText(unsaid);
        } catch (JsonProcessingException e) {
            return unsaid;
        }
    }
}
