package io.adskull.token.connect;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

@ConfigMapping(prefix = "adskull.tickets")
public interface TicketSettings {
    /// What notifier-service and dashboard-service sign links with: one base64 key of at least 32 bytes a line.
    Path keyFile();
}
