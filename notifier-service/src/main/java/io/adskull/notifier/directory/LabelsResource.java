package io.adskull.notifier.directory;

import io.adskull.access.Caller;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a tenant calls its accounts, for its routes to name.
@Path("/api/labels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Labels")
public class LabelsResource {
    private static final int MOST = 20;

    private final Caller caller;
    private final AccountLabels labels;

    LabelsResource(Caller caller, AccountLabels labels) {
        this.caller = caller;
        this.labels = labels;
    }

    @GET
    @Transactional
    @Operation(summary = "This tenant's accounts that have labels")
    public All list() {
        return new All(labels.all(caller.tenant()).entrySet().stream()
                .map(entry -> Labelled.of(AccountKey.parse(entry.getKey()), entry.getValue()))
                .toList());
    }

    /// @param account such as `tiktok/7012345678901234567`
    @PUT
    @Path("/{account: .+}")
    @Transactional
    @Operation(summary = "Replace an account's labels; none removes them")
    public Labelled replace(String account, @Nullable Wanted wanted) {
        String tenant = caller.tenantToChange();
        AccountKey key = account(account);
        SortedSet<Label> all = wanted(wanted);
        labels.become(tenant, key, all);
        return Labelled.of(key, all);
    }

    private static AccountKey account(String text) {
        try {
            return AccountKey.parse(text);
        } catch (UnreadableEvent e) {
            throw new BadRequest("That is no ad account. Write its platform and its number, such as"
                    + " tiktok/7012345678901234567.");
        }
    }

    private static SortedSet<Label> wanted(@Nullable Wanted wanted) {
        if (wanted == null || wanted.labels() == null) {
            throw new BadRequest("labels is missing: all that the account has from now on, or [] for none.");
        }
        SortedSet<Label> all =
                wanted.labels().stream().map(Label::parse).collect(Collectors.toCollection(TreeSet::new));
        if (all.size() > MOST) {
            throw new BadRequest("An account has " + MOST + " labels at most.");
        }
        return all;
    }

    /// @param labels replace those that it had
    public record Wanted(@Nullable List<String> labels) {}

    /// @param accounts those without labels are left out
    public record All(List<Labelled> accounts) {}

    /// @param account such as `tiktok/7012345678901234567`
    /// @param labels in their order
    public record Labelled(String account, List<String> labels) {
        static Labelled of(AccountKey key, SortedSet<Label> labels) {
            return new Labelled(key.toString(), labels.stream().map(Label::text).toList());
        }
    }
}
