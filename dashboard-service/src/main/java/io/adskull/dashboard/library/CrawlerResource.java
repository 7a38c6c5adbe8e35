package io.adskull.dashboard.library;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Shows search engines the library and nothing else.
@Path("/")
@PermitAll
@OpenToAll
public class CrawlerResource {
    private final Library library;
    private final String site;

    CrawlerResource(Library library, SiteSettings settings) {
        this.library = library;
        this.site = settings.dashboardUrl().toString().replaceAll("/+$", "");
    }

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String robots() {
        return """
                User-agent: *
                Allow: /errors
                Allow: /sitemap.xml
                Allow: /app.css
                Allow: /library.css
                Allow: /icon.svg
                Disallow: /

                Sitemap: %s/sitemap.xml
                """.formatted(site);
    }

    @GET
    @Path("sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    @Operation(hidden = true)
    public String sitemap() {
        Stream<String> codes = library.shelves().stream()
                .flatMap(shelf -> Stream.concat(
                        Stream.of(shelf.address()), shelf.entries().stream().map(Entry::address)));
        return Stream.concat(Stream.of("/errors"), codes)
                .map(path -> "  <url><loc>" + escaped(site + path) + "</loc></url>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "</urlset>\n"));
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }
}
