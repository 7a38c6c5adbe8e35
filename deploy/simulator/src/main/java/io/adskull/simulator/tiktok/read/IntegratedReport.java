package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.tiktok.Caller;
import io.adskull.simulator.tiktok.Reply;
import io.adskull.simulator.tiktok.TikTokCall;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `GET /report/integrated/get/`: as many rows as the dimensions ask for; every metric is a text.
@Singleton
public final class IntegratedReport {
    public static final String PATH = "/report/integrated/get/";
    public static final String SCOPE = "4";
    private static final List<String> TYPES =
            List.of("BASIC", "AUDIENCE", "PLAYABLE_MATERIAL", "CATALOG", "BC", "TT_SHOP");
    private static final int LONGEST_DAILY_SPAN = 30;

    private final AdvertiserInfo info;

    IntegratedReport(AdvertiserInfo info) {
        this.info = info;
    }

    public Reply answer(TikTokCall call, Caller caller) {
        for (String needed : List.of("report_type", "advertiser_id", "dimensions")) {
            if (call.parameter(needed).isEmpty()) {
                return Reply.missing(needed);
            }
        }
        if (!TYPES.contains(call.parameter("report_type").orElseThrow())) {
            return Reply.invalid("report_type: Must be one of: " + String.join(", ", TYPES) + ".");
        }
        Optional<List<String>> dimensions =
                info.texts(call.parameter("dimensions").orElseThrow());
        Optional<List<String>> metrics = info.texts(call.parameter("metrics").orElse("[\"spend\",\"impressions\"]"));
        if (dimensions.isEmpty() || metrics.isEmpty()) {
            return Reply.invalid((dimensions.isEmpty() ? "dimensions" : "metrics") + ": Not a valid list.");
        }
        String account = call.parameter("advertiser_id").orElseThrow();
        if (caller.advertiser(account).isEmpty()) {
            return Reply.noPermission("No permission to operate advertiser: " + account);
        }
        return rows(call, account, dimensions.get(), metrics.get());
    }

    private static Reply rows(TikTokCall call, String account, List<String> dimensions, List<String> metrics) {
        boolean daily = dimensions.contains("stat_time_day");
        List<LocalDate> days;
        try {
            days = days(call, daily);
        } catch (DateTimeParseException wrong) {
            return Reply.invalid("start_date: Not a valid date.");
        }
        if (daily && days.size() > LONGEST_DAILY_SPAN) {
            return Reply.invalid("max time span is 30 days when use stat_time_day");
        }
        List<JsonNode> rows = new ArrayList<>();
        for (LocalDate day : days) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            ObjectNode dimension = row.putObject("dimensions");
            dimensions.forEach(name -> dimension.put(
                    name,
                    switch (name) {
                        case "advertiser_id" -> account;
                        case "stat_time_day" -> day + " 00:00:00";
                        default -> "7200000000000000011";
                    }));
            ObjectNode metric = row.putObject("metrics");
            metrics.forEach(name -> metric.put(name, value(name, account, day)));
            rows.add(row);
        }
        return Page.of(call, "list", rows, 1000);
    }

    private static List<LocalDate> days(TikTokCall call, boolean daily) {
        Optional<LocalDate> start = call.parameter("start_date").map(LocalDate::parse);
        Optional<LocalDate> end = call.parameter("end_date").map(LocalDate::parse);
        if (!daily || start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
            return List.of(start.orElse(LocalDate.EPOCH));
        }
        long span = Math.min(ChronoUnit.DAYS.between(start.get(), end.get()), LONGEST_DAILY_SPAN);
        return start.get().datesUntil(start.get().plusDays(span + 1)).toList();
    }

    private static String value(String metric, String account, LocalDate day) {
        int spread = Math.floorMod((account + day).hashCode(), 900) + 100;
        return switch (metric) {
            case "spend" -> String.format(Locale.ROOT, "%.2f", spread / 3.0);
            case "impressions" -> Integer.toString(spread * 117);
            case "clicks" -> Integer.toString(spread);
            case "ctr" -> "0.85";
            case "cpc" -> "0.33";
            default -> "0";
        };
    }
}
