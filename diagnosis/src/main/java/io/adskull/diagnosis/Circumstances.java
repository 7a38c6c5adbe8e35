package io.adskull.diagnosis;

import io.adskull.contract.account.Resource;
import java.util.List;
import java.util.Optional;

/// What is known about an account beside the answer at hand: fills the placeholders of the texts, and decides
/// between causes that the answer alone cannot tell apart.
///
/// @param accountName what people call the account
/// @param accountId the platform's id of the account
/// @param businessName what people call the connection
/// @param resource what the call was about, when the caller knows; else it is read from the endpoint
/// @param visibility whether the account answers other calls
/// @param grantedScopes as the platform wrote them; empty when not known
public record Circumstances(
        Optional<String> accountName,
        Optional<String> accountId,
        Optional<String> businessName,
        Optional<Resource> resource,
        Visibility visibility,
        List<String> grantedScopes) {

    /// Whether this account's other calls were answered lately.
    public enum Visibility {
        /// Another call for this account works.
        VISIBLE,
        /// The account itself was asked for and refused.
        HIDDEN,
        /// Nothing else was asked yet.
        UNKNOWN
    }

    /// Nothing is known beside the answer.
    public static Circumstances unknown() {
        return new Circumstances(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Visibility.UNKNOWN, List.of());
    }
}
