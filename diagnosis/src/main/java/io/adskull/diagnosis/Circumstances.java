package io.adskull.diagnosis;

import io.adskull.contract.account.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known about an account beside the answer at hand: fills the placeholders of the texts, and decides
/// between causes that the answer alone cannot tell apart.
///
/// @param accountName what people call the account
/// @param accountId the platform's id of the account
/// @param businessName what people call the connection
/// @param resource what the call was about, when the caller knows; else it is read from the endpoint
/// @param connectedAs how the connection reaches the account, which decides whose screen the steps are about
/// @param connectedAt when the token's consent was given
/// @param grantedScopes as the platform wrote them; empty when not known
/// @param visibility whether the account answers other calls
/// @param connection whether the connection's token answers for other accounts
/// @param reconnectedInVain whether somebody connected again while this failure lasted, and it did not help
public record Circumstances(
        Optional<String> accountName,
        Optional<String> accountId,
        Optional<String> businessName,
        Optional<Resource> resource,
        Optional<ConnectedAs> connectedAs,
        Optional<Instant> connectedAt,
        List<String> grantedScopes,
        Visibility visibility,
        Standing connection,
        boolean reconnectedInVain) {

    /// Whether this account's other calls were answered lately.
    public enum Visibility {
        /// Another call for this account works.
        VISIBLE,
        /// The account itself was asked for and refused.
        HIDDEN,
        /// Nothing else was asked yet.
        UNKNOWN
    }

    /// What the same token was told lately for the connection's other accounts.
    public enum Standing {
        /// It is answered for another account: the token is alive.
        ALIVE,
        /// Every other account that was asked for lately is refused in the same way: it is the token.
        REFUSED,
        /// There is no other account, or none was asked for lately.
        UNKNOWN
    }

    /// By what right a connection may see an account.
    public enum ConnectedAs {
        /// A person's own login, through OAuth.
        MEMBER,
        /// The service's business was added to the advertiser's as a partner.
        PARTNER,
        /// A login that belongs to a business instead of a person.
        SYSTEM_USER,
        /// A manager account that the account is linked to.
        MANAGER
    }

    public Circumstances {
        grantedScopes = List.copyOf(grantedScopes);
    }

    /// Nothing is known beside the answer.
    public static Circumstances unknown() {
        return new Circumstances(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Visibility.UNKNOWN,
                Standing.UNKNOWN,
                false);
    }

    /// The same with other words of the account's and the connection's other calls.
    public Circumstances seen(Visibility accounts, Standing connections) {
        return new Circumstances(
                accountName,
                accountId,
                businessName,
                resource,
                connectedAs,
                connectedAt,
                grantedScopes,
                accounts,
                connections,
                reconnectedInVain);
    }

    /// The same where somebody connected again, or did not, while the failure lasted.
    public Circumstances reconnectedInVain(boolean again) {
        return new Circumstances(
                accountName,
                accountId,
                businessName,
                resource,
                connectedAs,
                connectedAt,
                grantedScopes,
                visibility,
                connection,
                again);
    }

    /// The same for an account with this id, called about this resource.
    public Circumstances of(String id, Optional<Resource> about) {
        return new Circumstances(
                accountName,
                Optional.of(id),
                businessName,
                about,
                connectedAs,
                connectedAt,
                grantedScopes,
                visibility,
                connection,
                reconnectedInVain);
    }

    /// The same for a token that carries these scopes.
    public Circumstances granted(List<String> scopes) {
        return new Circumstances(
                accountName,
                accountId,
                businessName,
                resource,
                connectedAs,
                connectedAt,
                scopes,
                visibility,
                connection,
                reconnectedInVain);
    }
}
