package io.adskull.contract.alert;

import io.adskull.contract.remediation.Incident;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a webhook's receiver gets: the shape that Standard Webhooks recommends (github.com/standard-webhooks).
///
/// @param type `incident.opened`, `incident.joined` (more accounts fail for the same reason),
/// `incident.reminded` (it still goes on), `incident.escalated` (nobody reacted where it was told before),
/// `incident.resolved`
/// @param version of this shape; only fields are added within one
/// @param timestamp when it happened; the header `webhook-timestamp` says when it was sent
public record WebhookEvent(String type, int version, Instant timestamp, Data data) {
    public static final int VERSION = 1;

    /// @param conversation the same for all events of one trouble: the id of its first incident
    /// @param incident as on the topic `remediations`
    /// @param others further accounts that it tells of
    /// @param unnamedOthers how many more there are
    /// @param reason what showed that it is over; null while it is not
    /// @param note why it is told now, for a person; null where that needs no saying
    public record Data(
            String conversation,
            Incident incident,
            List<Account> others,
            int unnamedOthers,
            Links links,
            @Nullable String reason,
            @Nullable String note) {
        public Data {
            others = List.copyOf(others);
        }
    }

    /// @param number the platform's id of it
    public record Account(String name, String number) {}

    /// @param incident its page in the dashboard
    /// @param reconnect signed, for a person; null where a new consent mends nothing
    public record Links(String incident, @Nullable String reconnect) {}
}
