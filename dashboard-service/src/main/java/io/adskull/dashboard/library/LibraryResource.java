package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The library's pages, for everybody.
@Path("/errors")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
@OpenToAll
public class LibraryResource {
    private static final int LONGEST_QUERY = 100;

    private final Library library;
    private final PublicAnswer answer;
    private final URI site;

    LibraryResource(Library library, PublicAnswer answer, SiteSettings settings) {
        this.library = library;
        this.answer = answer;
        this.site = settings.dashboardUrl();
    }

    @GET
    @Operation(hidden = true)
    public Response index(
            @QueryParam("q") @DefaultValue("") String typed,
            @HeaderParam("HX-Request") Optional<String> htmx,
            @Context Request request) {
        String query = shortened(typed);
        boolean searched = !query.isBlank();
        String title = searched ? "Search: " + query : "Error library";
        String description =
                "What the error codes of TikTok, Meta, Google Ads and other ad platforms mean, who must act"
                        + " and how to fix them, in plain English.";
        IndexPage page = new IndexPage(
                searched
                        ? Head.unlisted(title, description)
                        : Head.listed("Error codes of ad platforms, explained", description, "/errors", site),
                query,
                searched ? Optional.of(Found.of(library.search(query, Optional.empty()))) : Optional.empty(),
                library.shelves(),
                PasteBox.empty());
        return answer.page(request, htmx.isPresent() ? LibraryPages.index$found(page) : LibraryPages.index(page));
    }

    @GET
    @Path("{platform}")
    @Operation(hidden = true)
    public Response platform(
            @PathParam("platform") String name,
            @QueryParam("q") @DefaultValue("") String typed,
            @HeaderParam("HX-Request") Optional<String> htmx,
            @Context Request request) {
        Optional<Platform> platform = Platform.find(name);
        if (platform.isEmpty()) {
            return elsewhere(name, "").orElseGet(() -> notFound(name));
        }
        PlatformPage page = page(library.shelf(platform.get()), shortened(typed));
        return answer.page(request, htmx.isPresent() ? LibraryPages.platform$codes(page) : LibraryPages.platform(page));
    }

    @GET
    @Path("{platform}/{code: .+}")
    @Operation(hidden = true)
    public Response code(@PathParam("platform") String name, @PathParam("code") String code, @Context Request request) {
        Optional<Platform> platform = Platform.find(name);
        if (platform.isEmpty()) {
            return elsewhere(name, code).orElseGet(() -> notFound(name, code));
        }
        return library.find(platform.get(), code)
                .map(entry -> answer.page(request, LibraryPages.code(page(entry))))
                .orElseGet(() -> notFound(platform.get(), code));
    }

    private PlatformPage page(Shelf shelf, String query) {
        String name = shelf.platform().displayName();
        String description = "All " + shelf.size() + " error codes of the " + name
                + " API that are named in public: what each means, who must act, and whether the code alone decides.";
        boolean filtered = !query.isBlank();
        return new PlatformPage(
                filtered
                        ? Head.unlisted(name + " error codes: " + query, description)
                        : Head.listed(name + " error codes, explained", description, shelf.address(), site),
                shelf,
                query,
                filtered ? library.search(query, Optional.of(shelf.platform())) : shelf.entries(),
                PasteBox.of(shelf.platform()));
    }

    private CodePage page(Entry entry) {
        String description = entry.disputed()
                ? entry.name() + " alone does not decide. How to tell what its message means, who must act, and steps."
                : entry.name() + ": " + entry.title() + ". " + entry.quick().who() + " Causes and steps.";
        return CodePage.of(
                entry,
                library.shelf(entry.platform()),
                library.otherwise(entry),
                entry.source().isPresent() ? List.of() : library.nearest(Optional.of(entry.platform()), entry.code()),
                entry.source().isPresent()
                        ? Head.listed(entry.heading(), description, entry.address(), site)
                        : Head.unlisted(entry.heading(), description));
    }

    /// For a platform that is written otherwise, such as `TikTok`.
    private static Optional<Response> elsewhere(String name, String code) {
        return Platform.find(name.toLowerCase(Locale.ROOT)).map(platform -> Response.status(
                        Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(code.isEmpty() ? "/errors/" + platform.id() : Entry.address(platform, code)))
                .build());
    }

    private Response notFound(String platform) {
        return notFound(Lost.noPlatform(
                platform,
                library.search(platform, Optional.empty()).stream().limit(6).toList()));
    }

    private Response notFound(String platform, String code) {
        return notFound(Lost.noPlatform(platform, library.nearest(Optional.empty(), code)));
    }

    private Response notFound(Platform platform, String code) {
        return notFound(Lost.noCode(platform, code, library.nearest(Optional.of(platform), code)));
    }

    private static Response notFound(TemplateInstance page) {
        return Response.status(Response.Status.NOT_FOUND).entity(page.render()).build();
    }

    private static String shortened(String query) {
        return query.substring(0, Math.min(query.length(), LONGEST_QUERY)).strip();
    }
}
