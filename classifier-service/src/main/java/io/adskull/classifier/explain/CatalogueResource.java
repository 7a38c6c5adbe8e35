package io.adskull.classifier.explain;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The catalogue, code by code.
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueResource {
    private final Diagnostician diagnostician;

    CatalogueResource(Diagnostician diagnostician) {
        this.diagnostician = diagnostician;
    }

    @GET
    @Path("/{platform}/{code: .+}")
    @Operation(summary = "What one code means, and whether it alone decides")
    public CodeView entry(
            @Parameter(description = "Such as `tiktok`") @PathParam("platform") String platform,
            @Parameter(description = "As the platform writes it, such as `40002` or `190/463`") @PathParam("code")
                    String code) {
        Platform known = Platform.find(platform)
                .orElseThrow(
                        () -> new Problem(404, "There is no platform \"" + platform + "\"; known are " + platforms()));
        return diagnostician
                .catalogue(known)
                .entry(code)
                .map(entry -> CodeView.of(known, entry))
                .orElseThrow(() -> new Problem(
                        404,
                        "The catalogue of " + known.displayName() + " names no code \"" + code
                                + "\". POST the whole answer to /v1/explain: its words may tell more."));
    }

    private static String platforms() {
        return Arrays.stream(Platform.values()).map(Platform::id).collect(Collectors.joining(", "));
    }
}
