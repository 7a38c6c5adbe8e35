package io.adskull.token.platform.oauth2;

import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.GrantedAccount;
import java.util.List;

/// Whom and what new tokens reach, as the platform itself says.
public sealed interface Reach {

    /// @param identity the platform's own stable id of who consented
    /// @param accounts may be none
    /// @param complete whether that is all, as far as the platform knows; else a part of it did not answer
    record Reached(String identity, String businessName, List<GrantedAccount> accounts, boolean complete)
            implements Reach {

        public Reached(String identity, String businessName, List<GrantedAccount> accounts) {
            this(identity, businessName, accounts, true);
        }
    }

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
