package io.adskull.notifier.directory;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.channel.Destination;
import java.util.List;
import java.util.Optional;

/// Who hears of what.
public interface Hearing {
    /// @param audience what no advertiser can mend is the operators', whose routes are those of their own tenant
    List<Destination> of(Audience audience, Incident incident);

    /// The destination that the outbox calls so, if messages are sent there.
    Optional<Destination> named(String outboxName);
}
