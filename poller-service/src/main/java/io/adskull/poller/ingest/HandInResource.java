package io.adskull.poller.ingest;

import io.adskull.contract.response.ApiResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Takes the answers that other services got from ad platforms, so that a failed edit is diagnosed like a failed
/// probe. The account need not be one of this replica's; what its body says is never logged.
@Path("/api/responses")
@Blocking
@Tag(name = "Responses")
public class HandInResource {
    private static final int BUSY_SECONDS = 1;

    private final Caller caller;
    private final ReadAnswers read;
    private final PublishHandedIn publisher;
    private final Room room;
    private final MeterRegistry metrics;

    HandInResource(Caller caller, ReadAnswers read, PublishHandedIn publisher, Room room, MeterRegistry metrics) {
        this.caller = caller;
        this.read = read;
        this.publisher = publisher;
        this.room = room;
        this.metrics = metrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.OPERATOR, Role.ADMIN})
    @Operation(
            summary = "Hand in what a platform answered to a call of yours",
            description = "One answer, or an array of up to 100. All are checked first; if one is bad, none is"
                    + " published. The whole request may have 4 MiB.")
    @APIResponse(
            responseCode = "202",
            description = "The broker has them",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(
            responseCode = "400",
            description = "Something is wrong with the fields that it names; nothing was published",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "401", description = "No valid bearer token")
    @APIResponse(responseCode = "403", description = "Another role or tenant is needed")
    @APIResponse(responseCode = "413", description = "The request is longer than 4 MiB")
    @APIResponse(
            responseCode = "503",
            description =
                    "Kafka or the identity provider is away, or too many requests at once: send the same again after Retry-After seconds."
                            + " Answers with an id count once, even if some were published")
    public Response handIn(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(oneOf = {AnswerToHandIn.class, AnswerToHandIn[].class})))
                    InputStream request,
            @Context HttpHeaders headers)
            throws InterruptedException {
        Optional<Room.Taken> taken = room.take(headers.getLength());
        if (taken.isEmpty()) {
            return Problems.comeAgain("Too many requests at once.", BUSY_SECONDS);
        }
        try (Room.Taken _ = taken.get()) {
            return publish(read.from(request, caller.giver()));
        }
    }

    private Response publish(List<ApiResponse> answers) {
        if (!publisher.publish(answers)) {
            return Problems.comeAgain("Kafka is away.", Problems.AWAY_SECONDS);
        }
        answers.forEach(this::count);
        return Response.accepted(new Accepted(
                        answers.stream().map(answer -> answer.envelope().id()).toList()))
                .build();
    }

    private void count(ApiResponse answer) {
        String platform = answer.envelope().account().platform().id();
        metrics.counter("adskull.poll.handed.in", "platform", platform).increment();
    }
}
