package io.adskull.endtoend.polling;

import io.adskull.endtoend.fleet.OwnProcess;

/// One of several poller-services, behind a proxy of its own.
record Replica(String name, OwnProcess process, RecordingProxy proxy) {}
