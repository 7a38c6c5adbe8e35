package io.adskull.classifier.topology;

import io.adskull.classifier.incident.Observation;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;

/// What a record says, once it was read.
sealed interface Inbound {

    /// A record about an account.
    sealed interface Readable extends Inbound {
        AccountKey account();
    }

    record Answered(Observation observation) implements Readable {
        @Override
        public AccountKey account() {
            return observation.answer().envelope().account();
        }
    }

    record Connected(ConnectedAccount details) implements Readable {
        @Override
        public AccountKey account() {
            return details.account();
        }
    }

    /// What the account's connection or platform says.
    record Told(Letter letter) implements Readable {
        @Override
        public AccountKey account() {
            return letter.account();
        }
    }

    record Disconnected(AccountKey account) implements Readable {}

    /// A record that breaks the contract.
    record Unreadable(String reason) implements Inbound {}
}
