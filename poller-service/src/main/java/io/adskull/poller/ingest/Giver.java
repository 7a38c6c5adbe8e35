package io.adskull.poller.ingest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Who hands in answers.
sealed interface Giver {

    /// As `ce_source`, so that whoever finds a bad answer knows whom to ask.
    String source();

    /// A service of the SaaS works for every tenant, so it names one with each answer.
    record Service(String name) implements Giver {
        @Override
        public String source() {
            return "/handed-in/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    /// A person hands in for its own tenant, and is not named on a topic.
    record Person(String tenant) implements Giver {
        @Override
        public String source() {
            return "/handed-in";
        }
    }
}
