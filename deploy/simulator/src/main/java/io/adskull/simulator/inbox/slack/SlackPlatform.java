package io.adskull.simulator.inbox.slack;

import io.adskull.simulator.SimulatedPlatform;
import jakarta.inject.Singleton;

/// Slack in the control API; the account of a fault is the channel.
@Singleton
final class SlackPlatform implements SimulatedPlatform {
    static final String NAME = "slack";
    static final String PREFIX = "/inbox/slack";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String pathPrefix() {
        return PREFIX;
    }
}
