package io.adskull.dashboard.alerts;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Labelled;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Overview;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The form that gives accounts the labels that routes ask for; it works without a script.
@Path("/alerts/labels")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class LabelForms {
    private final Notifier notifier;
    private final Overview overview;

    LabelForms(Notifier notifier, Overview overview) {
        this.notifier = notifier;
        this.overview = overview;
    }

    /// With the labels that this account has so far.
    @GET
    @Operation(hidden = true)
    public TemplateInstance labels(@QueryParam("account") @DefaultValue("") String account) {
        return page(account, Optional.empty(), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response label(MultivaluedMap<String, String> sent) {
        Sent typed = new Sent(sent);
        String problem = replaced(typed.text("account"), RouteForm.labels(typed.text("labels")));
        return problem.isEmpty()
                ? Response.seeOther(URI.create("/alerts/labels")).build()
                : Response.status(Response.Status.BAD_REQUEST)
                        .entity(page(typed.text("account"), Optional.of(typed.text("labels")), problem)
                                .render())
                        .build();
    }

    private String replaced(String account, List<String> labels) {
        try {
            return notifier.label(AccountKey.parse(account), labels).trouble();
        } catch (UnreadableEvent e) {
            return "Write the platform and the account’s number, such as tiktok/7012345678901234567.";
        }
    }

    /// @param typed labels that were not taken; empty for those that the account has
    private TemplateInstance page(String account, Optional<String> typed, String problem) {
        Answer<List<Labelled>> answer = notifier.labels();
        List<LabelLine> lines = answer instanceof Given<List<Labelled>>(List<Labelled> all) ? lines(all) : List.of();
        String known = lines.stream()
                .filter(line -> line.account().equals(account))
                .map(line -> String.join(", ", line.labels()))
                .findFirst()
                .orElse("");
        return AlertPages.labels(new LabelsPage(
                lines,
                account,
                typed.orElse(known),
                Choice.accounts(overview),
                problem.isEmpty() ? answer.trouble() : problem));
    }

    private List<LabelLine> lines(List<Labelled> all) {
        Map<String, String> names =
                overview
                        .accounts(all.stream()
                                .map(one -> AccountKey.parse(one.account()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.key().toString(), AccountView::name));
        return all.stream()
                .map(one -> {
                    String key = one.account();
                    return new LabelLine(key, names.getOrDefault(key, key), one.labels());
                })
                .toList();
    }
}
