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

    String accountsDeadLetters() {
        return Topic.ACCOUNTS.deadLetters().named(prefix);
    }

    String responsesDeadLetters() {
        return Topic.API_RESPONSES.deadLetters().named(prefix);
    }
}
