package io.adskull.classifier.topology;

import io.adskull.contract.Topic;

/// The cluster's names of the topics that the classifier reads and writes.
record ClassifierTopics(String prefix) {

    String accounts() {
        return Topic.ACCOUNTS.named(prefix);
    }

    String responses() {
        return Topic.API_RESPONSES.named(prefix);
    }

    String remediations() {
        return Topic.REMEDIATIONS.named(prefix);
    }

    String credentials() {
        return Topic.CREDENTIALS.named(prefix);
    }

    String pollRequests() {
        return Topic.POLL_REQUESTS.named(prefix);
    }

    String platformStatus() {
        return Topic.PLATFORM_STATUS.named(prefix);
    }

    String connectionWords() {
        return Topic.CONNECTION_WORDS.named(prefix);
    }

    String platformWords() {
        return Topic.PLATFORM_WORDS.named(prefix);
    }

    String standings() {
        return Topic.STANDINGS.named(prefix);
    }

    String accountsDeadLetters() {
        return Topic.ACCOUNTS.deadLetters().named(prefix);
    }

    String responsesDeadLetters() {
        return Topic.API_RESPONSES.deadLetters().named(prefix);
    }
}
