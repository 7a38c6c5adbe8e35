package io.adskull.classifier.topology;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adskull.classifier.evidence.ConnectionQuestion;
import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.account.AccountKey;

/// What a connection or a platform says to an account: value of the topic `standings`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Letter.OfConnection.class, name = "CONNECTION"),
    @JsonSubTypes.Type(value = Letter.Question.class, name = "QUESTION"),
    @JsonSubTypes.Type(value = Letter.OfPlatform.class, name = "PLATFORM")
})
sealed interface Letter {
    AccountKey account();

    record OfConnection(ConnectionStanding standing) implements Letter {
        @Override
        public AccountKey account() {
            return standing.account();
        }
    }

    /// Another account of the connection asks.
    record Question(ConnectionQuestion question) implements Letter {
        @Override
        public AccountKey account() {
            return question.account();
        }
    }

    record OfPlatform(WideNotice notice) implements Letter {
        @Override
        public AccountKey account() {
            return notice.account();
        }
    }
}
