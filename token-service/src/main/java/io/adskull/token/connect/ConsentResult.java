package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a person's way through a consent page ended.
sealed interface ConsentResult {

    /// What the person may do next from the page that tells of it.
    default Optional<NextStep> next() {
        return Optional.empty();
    }

    /// @param missing scopes that a full consent brings and this one, a first one, did not
    record Connected(Purpose purpose, ConnectionId connection, List<String> missing) implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return missing.isEmpty() ? Optional.empty() : Optional.of(NextStep.again(purpose.renewing(connection)));
        }
    }

    record Cancelled(Purpose purpose) implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.again(purpose));
        }
    }

    record StateRejected(Optional<Platform> platform, StateCheck check) implements ConsentResult {}

    /// @param reason the platform's words or ours
    record Refused(Purpose purpose, String reason) implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.again(purpose));
        }
    }

    record NothingGranted(Purpose purpose, String businessName) implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.again(purpose));
        }
    }

    /// Somebody else than the business whose connection was to be renewed.
    record OtherLogin(Purpose purpose, String expected, String came) implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.again(purpose));
        }
    }

    /// Nothing is stored before the person has said what to do with it.
    record BringsLess(Purpose purpose, String businessName, Shortfall shortfall, HeldGrant held)
            implements ConsentResult {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(new NextStep(purpose, Optional.of(held)));
        }
    }

    /// The connection has been disconnected meanwhile.
    record Gone(Platform platform) implements ConsentResult {}

    /// While the person thought about a lesser grant, somebody gave a newer one.
    record AlreadyRenewed(Platform platform, String businessName, Instant at) implements ConsentResult {}
}
