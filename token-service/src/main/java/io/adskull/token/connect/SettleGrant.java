package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.GiveBackTokens;
import io.adskull.token.account.ReachedAccount;
import io.adskull.token.account.ReachedAccounts;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// What becomes of a grant: it is stored; or held, when it brings less than there was, until the person says so; or
/// given back, when it is not of the business whose connection was to be renewed, or that connection is gone.
@ApplicationScoped
class SettleGrant {
    private static final Logger LOG = Logger.getLogger(SettleGrant.class);

    private final Connections connections;
    private final ReachedAccounts accounts;
    private final StoreGrant store;
    private final GiveBackTokens giveBack;
    private final TokenSystems systems;

    SettleGrant(
            Connections connections,
            ReachedAccounts accounts,
            StoreGrant store,
            GiveBackTokens giveBack,
            TokenSystems systems) {
        this.connections = connections;
        this.accounts = accounts;
        this.store = store;
        this.giveBack = giveBack;
        this.systems = systems;
    }

    /// A grant that came just now.
    ConsentResult settle(Purpose purpose, HeldGrant held) {
        return settle(purpose, held, false);
    }

    /// A grant that brings less and that the person wants all the same.
    ConsentResult keep(Purpose purpose, HeldGrant held) {
        return settle(purpose, held, true);
    }

    /// What the person does not want.
    void drop(Purpose purpose, HeldGrant held) {
        Grant grant = held.grant();
        String whose = "a grant to tenant " + purpose.tenant() + " that is not used";
        giveBack.giveBack(
                purpose.platform(),
                purpose.kind(),
                grant.identity(),
                grant.tokens().tokens(),
                whose);
    }

    private ConsentResult settle(Purpose purpose, HeldGrant held, boolean lessWillDo) {
        ConsentResult result = QuarkusTransaction.requiringNew().call(() -> decide(purpose, held, lessWillDo));
        switch (result) {
            case ConsentResult.OtherLogin o -> {
                LOG.warnf("a consent to renew connection %s came from another login", shown(purpose));
                drop(purpose, held);
            }
            case ConsentResult.Gone g -> {
                LOG.infof("connection %s was gone when its new consent came", shown(purpose));
                drop(purpose, held);
            }
            case ConsentResult.AlreadyRenewed a -> drop(purpose, held);
            case ConsentResult.BringsLess b ->
                LOG.infof(
                        "a consent to renew connection %s brings %d accounts and %d scopes less, the person is asked",
                        shown(b.purpose()),
                        b.shortfall().accounts().size(),
                        b.shortfall().scopes().size());
            case ConsentResult.Connected c -> {}
            case ConsentResult.Cancelled c -> {}
            case ConsentResult.StateRejected s -> {}
            case ConsentResult.Refused r -> {}
            case ConsentResult.NothingGranted n -> {}
        }
        return result;
    }

    private ConsentResult decide(Purpose purpose, HeldGrant held, boolean lessWillDo) {
        Optional<Connection> meant = purpose.renews()
                .flatMap(connections::glance)
                .filter(connection -> connection.tenant().equals(purpose.tenant()));
        if (purpose.renews().isPresent() && meant.isEmpty()) {
            return new ConsentResult.Gone(purpose.platform());
        }
        Grant grant = held.grant();
        if (meant.isPresent() && !meant.get().identity().equals(grant.identity())) {
            return new ConsentResult.OtherLogin(purpose, meant.get().businessName(), grant.businessName());
        }
        Connections.Consenting consenting =
                connections.consenting(purpose.tenant(), purpose.platform(), purpose.kind(), grant.identity());
        Connection connection = consenting.connection();
        if (purpose.renews().isPresent() && !consenting.known()) {
            return new ConsentResult.Gone(purpose.platform());
        }
        if (!consenting.known()) {
            store.store(consenting, held, purpose.askedBy());
            return new ConsentResult.Connected(purpose, connection.id(), missing(purpose, grant));
        }
        return renew(purpose, consenting, held, lessWillDo);
    }

    private ConsentResult renew(
            Purpose purpose, Connections.Consenting consenting, HeldGrant held, boolean lessWillDo) {
        Connection known = consenting.connection();
        if (lessWillDo && known.connectedAt().isAfter(held.askedAt())) {
            return new ConsentResult.AlreadyRenewed(purpose.platform(), known.businessName(), known.connectedAt());
        }
        Shortfall shortfall = shortfall(known, held.grant());
        if (!lessWillDo && !shortfall.isNone()) {
            return new ConsentResult.BringsLess(
                    purpose.renewing(known.id()),
                    known.businessName(),
                    new Shortfall(shortfall.accounts(), named(purpose, shortfall.scopes())),
                    held);
        }
        store.store(consenting, held, purpose.askedBy());
        return new ConsentResult.Connected(purpose, known.id(), List.of());
    }

    private Shortfall shortfall(Connection known, Grant grant) {
        Stream<ReachedAccount> missable = grant.complete() ? accounts.of(known.id()).stream() : Stream.empty();
        return Shortfall.between(
                missable.collect(Collectors.toMap(ReachedAccount::account, ReachedAccount::name)),
                grant.accounts().stream().map(GrantedAccount::key).collect(Collectors.toSet()),
                known.grantedScopes(),
                grant.scopes());
    }

    private List<String> missing(Purpose purpose, Grant grant) {
        TokenSystem system = systems.of(purpose.platform(), purpose.kind());
        return named(purpose, Shortfall.missing(system.fullScopes(), grant.scopes()));
    }

    private List<String> named(Purpose purpose, List<String> scopes) {
        TokenSystem system = systems.of(purpose.platform(), purpose.kind());
        return scopes.stream().map(system::scopeName).toList();
    }

    private static String shown(Purpose purpose) {
        return purpose.renews().map(ConnectionId::toString).orElse("?");
    }
}
