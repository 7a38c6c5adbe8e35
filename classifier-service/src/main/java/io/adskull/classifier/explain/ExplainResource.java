package io.adskull.classifier.explain;

import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.explain.Explanation;
import io.adskull.diagnosis.explain.GivenAnswer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Explains one answer, as `adskull explain` does. Remembers and logs nothing of it.
@Path("/v1/explain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Explain")
public class ExplainResource {
    private final Diagnostician diagnostician;

    ExplainResource(Diagnostician diagnostician) {
        this.diagnostician = diagnostician;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "What an ad platform's answer means, who must act and how",
            description = "Send the answer's body as it came, or an object that describes the answer. The platform is"
                    + " told from the answer where it is not named; what nobody recognises is UNKNOWN.")
    public Explanation explain(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = GivenToExplain.class)))
                    byte[] given) {
        if (given.length == 0) {
            throw new Problem(
                    400, "Send the answer's body, or an object with platform, endpoint, http_status and body.");
        }
        return Explanation.of(GivenAnswer.guessed(given, GivenAnswer.Defaults.NONE), diagnostician);
    }
}
