package io.adskull.diagnosis.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.LimitScope;
import io.adskull.diagnosis.dialect.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands inside of Google's envelope: the errors of a `GoogleAdsFailure`, and what `google.rpc` adds.
///
/// @param codes of the one error that decides, the most telling first; empty when none is named
/// @param reasons of `google.rpc.ErrorInfo`, of fields, and of the older `errors` beside `message`
/// @param limit whose quota it is, of `quotaErrorDetails.rateScope`
/// @param message the words of the error that decides
record Failure(
        List<String> codes,
        List<String> reasons,
        Optional<String> message,
        Optional<String> requestId,
        Optional<Duration> pause,
        Optional<LimitScope> limit) {
    private static final Pattern DAILY = Pattern.compile("(?i)per day|daily|operations for (basic|explorer|test)");

    private static final Set<String> SILENT = Set.of("UNSPECIFIED", "0");

    private record Entry(Optional<ErrorName> name, JsonNode node) {
        int weight() {
            return name.map(ErrorName::weight).orElse(0);
        }
    }

    /// @param error an envelope with `details`, or a bare failure with `errors`
    static Failure in(JsonNode error) {
        List<Entry> entries = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Optional<String> requestId = requestId(error);
        Optional<Duration> wait = Optional.empty();
        for (JsonNode detail : error.path("details")) {
            JsonNode inside = detail.path("data").isArray() ? detail.path("data") : detail.path("errors");
            inside.forEach(entry -> entries.add(new Entry(name(entry), entry)));
            Fields.at(detail, "reason").ifPresent(reasons::add);
            for (JsonNode field : either(detail, "fieldViolations", "field_violations")) {
                Fields.at(field, "reason").ifPresent(reasons::add);
            }
            requestId = requestId.or(() -> requestId(detail));
            wait = wait.or(() -> Waiting.in(detail));
        }
        for (JsonNode entry : error.path("errors")) {
            Fields.first(entry, "reason", "extensions.reason").ifPresent(reasons::add);
            entries.add(new Entry(name(entry), entry));
        }
        Entry decides = new Entry(Optional.empty(), error.path("nothing"));
        for (Entry entry : entries) {
            if (decides.node().isMissingNode() || entry.weight() > decides.weight()) {
                decides = entry;
            }
        }
        return of(decides, reasons, requestId, wait);
    }

    private static Failure of(
            Entry decides, List<String> reasons, Optional<String> requestId, Optional<Duration> otherWait) {
        Optional<String> message = Fields.at(decides.node(), "message");
        JsonNode quota = either(decides.node().path("details"), "quotaErrorDetails", "quota_error_details");
        Optional<Duration> wait =
                Waiting.in(quota).or(() -> message.flatMap(Waiting::in)).or(() -> otherWait);
        boolean lasts = wait.filter(time -> time.compareTo(Waiting.LONG) >= 0).isPresent()
                || Fields.first(quota, "rateName", "rate_name")
                        .filter(name -> DAILY.matcher(name).find())
                        .isPresent();
        List<String> codes = new ArrayList<>();
        decides.name()
                .filter(name -> lasts && name.category().equals("quotaError"))
                .ifPresent(name -> codes.add(name.codes().getFirst() + "/long"));
        decides.name().ifPresent(name -> codes.addAll(name.codes()));
        Optional<LimitScope> limit =
                Fields.first(quota, "rateScope", "rate_scope").flatMap(Failure::scope);
        return new Failure(codes, reasons, message, requestId, wait, limit);
    }

    private static Optional<LimitScope> scope(String rateScope) {
        return switch (rateScope) {
            case "ACCOUNT", "2" -> Optional.of(LimitScope.ACCOUNT);
            case "DEVELOPER", "3" -> Optional.of(LimitScope.APP);
            default -> Optional.empty();
        };
    }

    /// SDKs fill in all categories, or name the class of the error.
    private static Optional<ErrorName> name(JsonNode entry) {
        JsonNode code = either(entry, "errorCode", "error_code");
        for (Map.Entry<String, JsonNode> choice : code.properties()) {
            Optional<String> value = Fields.scalar(choice.getValue()).filter(text -> !SILENT.contains(text));
            if (value.isPresent() && !choice.getKey().equalsIgnoreCase("errorCode")) {
                return value.map(text -> ErrorName.of(choice.getKey(), text));
            }
        }
        Optional<String> legacy = Fields.first(entry, "className", "ApiError.Type");
        Optional<String> reason = Fields.first(entry, "errorReason", "reason");
        return legacy.flatMap(name -> reason.map(value -> ErrorName.of(name, value)))
                .or(() -> Fields.scalar(code).flatMap(ErrorName::in))
                .or(() -> Fields.first(entry, "code", "errorString", "type").flatMap(ErrorName::in));
    }

    private static Optional<String> requestId(JsonNode node) {
        return Fields.first(node, "requestId", "request_id", "metadata.requestId")
                .or(() ->
                        Fields.at(node, "@type").filter("request-id"::equals).flatMap(type -> Fields.at(node, "data")));
    }

    private static JsonNode either(JsonNode node, String camel, String snake) {
        return node.has(camel) ? node.path(camel) : node.path(snake);
    }
}
