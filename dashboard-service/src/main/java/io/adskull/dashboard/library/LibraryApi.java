package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The library as JSON, for everybody.
@Path("/api/errors")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@OpenToAll
@Tag(name = "Error library")
public class LibraryApi {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final Library library;
    private final PublicAnswer answer;

    LibraryApi(Library library, PublicAnswer answer) {
        this.library = library;
        this.answer = answer;
    }

    @GET
    @Path("{platform}")
    @Operation(summary = "The codes of a platform that are named in public, in the catalogue's order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeList.class)))
    public Response codes(
            @Parameter(description = "Such as `tiktok`") @PathParam("platform") String name,
            @Parameter(description = "At most so many, 1 to 1000; 100 without it") @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "`next` of the list before") @QueryParam("after") Optional<String> after,
            @Context Request request) {
        List<Entry> all = library.shelf(platform(name)).entries();
        int from = after.map(code -> place(all, code) + 1).orElse(0);
        int to = Math.min(all.size(), from + limit.map(LibraryApi::limit).orElse(DEFAULT_LIMIT));
        return answer.json(
                request,
                new CodeList(
                        all.subList(from, to).stream().map(CodeView::brief).toList(),
                        to < all.size() ? all.get(to - 1).code() : null));
    }

    @GET
    @Path("{platform}/{code: .+}")
    @Operation(summary = "What one code means, who must act and how")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeView.class)))
    public Response code(
            @Parameter(description = "Such as `tiktok`") @PathParam("platform") String name,
            @Parameter(description = "As the platform writes it, such as `40002` or `190/463`") @PathParam("code")
                    String code,
            @Context Request request) {
        Platform platform = platform(name);
        Entry entry = library.find(platform, code).orElseThrow(() -> noCode(platform, code));
        return answer.json(request, CodeView.whole(entry, library.otherwise(entry)));
    }

    private static Platform platform(String name) {
        return Platform.find(name)
                .orElseThrow(() -> Problem.notFound("There is no such platform; known are "
                        + Arrays.stream(Platform.values()).map(Platform::id).collect(Collectors.joining(", ")) + "."));
    }

    private Problem noCode(Platform platform, String code) {
        String nearest = library.nearest(Optional.of(platform), code).stream()
                .filter(entry -> entry.platform() == platform)
                .map(Entry::code)
                .collect(Collectors.joining(", "));
        return Problem.notFound("The catalogue of " + platform.displayName() + " has no such code."
                + (nearest.isEmpty() ? "" : " Nearest are " + nearest + "."));
    }

    private static int place(List<Entry> all, String code) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).code().equals(code)) {
                return at;
            }
        }
        throw Problem.badRequest("after must be the next of a list before.");
    }

    private static int limit(String text) {
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw Problem.badRequest("limit must be a number from 1 to " + MAX_LIMIT + ".");
    }
}
