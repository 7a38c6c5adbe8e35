package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.explain.Explanation;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Explains an answer that somebody pastes, as `adskull explain` does. Remembers and logs nothing of it.
@Path("/errors/explain")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
@OpenToAll
public class ExplainResource {
    private final Library library;

    ExplainResource(Library library) {
        this.library = library;
    }

    /// Where a reload without the form ends.
    @GET
    @Operation(hidden = true)
    public Response nothing() {
        return Response.seeOther(URI.create("/errors#paste")).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response explain(InputStream form) throws IOException {
        return switch (Pasted.read(form)) {
            case Pasted.Nothing() ->
                page(
                        400,
                        Lost.refused(
                                "Nothing was pasted",
                                "Copy the whole answer of the ad platform, its error message at least, and paste it"
                                        + " here."));
            case Pasted.TooLarge() ->
                page(
                        413,
                        Lost.refused(
                                "That is more than 64 KiB",
                                "An error is shorter. Paste only the part that holds the code and the message, without"
                                        + " lists of campaigns or rows of reports."));
            case Pasted.Answer answer -> known(answer).orElseGet(() -> page(200, explained(answer)));
        };
    }

    /// Who pastes a known code and nothing else looks for its page.
    private Optional<Response> known(Pasted.Answer answer) {
        return answer.word()
                .filter(code -> library.named(code, answer.platform()))
                .map(code -> Response.seeOther(URI.create(
                                "/errors?q=" + URLEncoder.encode(query(code, answer), StandardCharsets.UTF_8)))
                        .build());
    }

    private static String query(String code, Pasted.Answer answer) {
        return answer.platform().map(platform -> platform.id() + " ").orElse("") + code;
    }

    private TemplateInstance explained(Pasted.Answer answer) {
        Explanation said = Explanation.of(answer.given(), library.diagnostician());
        Optional<Platform> platform = Optional.ofNullable(said.platform());
        Optional<Entry> entry =
                platform.flatMap(known -> Optional.ofNullable(said.code()).flatMap(code -> library.find(known, code)));
        return LibraryPages.explained(new ExplainedPage(
                Head.unlisted("Your answer, explained", "What a pasted answer of an ad platform means."),
                Explained.of(said, entry),
                new PasteBox("Explain another one", platform)));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page.render()).build();
    }
}
