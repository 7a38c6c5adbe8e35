package io.adskull.simulator.inbox.mail;

import io.adskull.simulator.SimulatedPlatform;
import jakarta.inject.Singleton;

/// The mail server in the control API; the account of a fault is the recipient, its status the reply code.
@Singleton
final class SmtpPlatform implements SimulatedPlatform {
    static final String NAME = "smtp";
    static final String PREFIX = "";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String pathPrefix() {
        return PREFIX;
    }
}
