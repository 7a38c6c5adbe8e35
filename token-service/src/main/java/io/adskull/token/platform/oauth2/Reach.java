package io.adskull.token.platform.oauth2;

import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.GrantedAccount;
import java.util.List;

/// Whom and what new tokens reach, as the platform itself says.
public sealed interface Reach {

    /// @param identity the platform's own stable id of who consented
    /// @param accounts may be none
    record Reached(String identity, String businessName, List<GrantedAccount> accounts) implements Reach {}

    /// The platform did not say.
    record Failed(Answer answer) implements Reach {
        @Override
        public String toString() {
            return "Failed[" + answer.endpoint().orElse("") + "]";
        }
    }

    /// What the platform said holds no access.
    record Unusable(String why) implements Reach {}
}
