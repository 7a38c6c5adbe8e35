package io.adskull.benchmarks.diagnosis;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// Healthy answers of about 1.2 KiB in the shapes that polling meets, with made-up ids.
public enum HealthyBody {
    TIKTOK_CAMPAIGNS(
            Platform.TIKTOK,
            "/open_api/v1.3/campaign/get/",
            "{\"code\":0,\"message\":\"OK\",\"request_id\":\"2026112609####0101890721#########\",\"data\":{\"list\":[",
            "{\"campaign_id\":\"18########70001\",\"campaign_name\":\"Spring | EU | Prospecting #\","
                    + "\"advertiser_id\":\"70########000001\",\"budget\":####.0,\"budget_mode\":\"BUDGET_MODE_DAY\","
                    + "\"operation_status\":\"ENABLE\",\"objective_type\":\"TRAFFIC\",\"is_smart_performance_campaign\":false,"
                    + "\"create_time\":\"2026-01-0# 08:11:0#\",\"modify_time\":\"2026-02-0# 10:00:0#\"}",
            "],\"page_info\":{\"page\":1,\"page_size\":10,\"total_number\":4,\"total_page\":1}}}"),
    TIKTOK_REPORT(
            Platform.TIKTOK,
            "/open_api/v1.3/report/integrated/get/",
            "{\"message\":\"OK\",\"code\":0,\"data\":{\"list\":[",
            "{\"dimensions\":{\"stat_time_day\":\"2026-11-0# 00:00:00\",\"adgroup_id\":\"17########10001\"},"
                    + "\"metrics\":{\"spend\":\"#4.7#\",\"impressions\":\"1####\",\"clicks\":\"3##\",\"ctr\":\"1.#4\",\"cpc\":\"0.2#\"}}",
            "],\"page_info\":{\"total_number\":8,\"page\":1,\"page_size\":20,\"total_page\":1}},"
                    + "\"request_id\":\"2026112609####0101890721#########\"}"),
    TIKTOK_PRETTY(
            Platform.TIKTOK,
            "/open_api/v1.3/pixel/list/",
            "{\n  \"code\": 0,\n  \"message\": \"OK\",\n  \"data\": {\n    \"pixels\": [\n",
            "      {\n        \"pixel_id\": \"71########00007\",\n        \"pixel_code\": \"C4QJ#####UIL9S1G\",\n"
                    + "        \"pixel_name\": \"Shop \u00fc \\\"main\\\"\",\n        \"activity_status\": \"ACTIVE\",\n"
                    + "        \"events\": [\n          \"CompletePayment\",\n          \"AddToCart\"\n        ]\n      }",
            "\n    ]\n  },\n  \"request_id\": \"2026112609####0101890721#########\"\n}\n"),
    META_CAMPAIGNS(
            Platform.META,
            "/v23.0/act_1########0001/campaigns",
            "{\"data\":[",
            "{\"id\":\"120########0650\",\"name\":\"Retargeting #\",\"status\":\"ACTIVE\",\"effective_status\":\"ACTIVE\","
                    + "\"objective\":\"OUTCOME_SALES\",\"daily_budget\":\"#000\",\"updated_time\":\"2026-11-0#T10:11:12+0000\"}",
            "],\"paging\":{\"cursors\":{\"before\":\"QVFIUm####\",\"after\":\"QVFIUn####\"}}}"),
    GOOGLE_SEARCH(
            Platform.GOOGLE,
            "/v21/customers/1######890/googleAds:search",
            "{\"results\":[",
            "{\"campaign\":{\"resourceName\":\"customers/1######890/campaigns/2########1\",\"status\":\"ENABLED\","
                    + "\"name\":\"Brand #\",\"id\":\"2########1\"},\"metrics\":{\"clicks\":\"##\",\"costMicros\":\"1#####000\","
                    + "\"impressions\":\"9###\"},\"segments\":{\"date\":\"2026-11-0#\"}}",
            "],\"fieldMask\":\"campaign.id,campaign.name,campaign.status,metrics.clicks\",\"requestId\":\"Qx7#####-_a\"}"),
    LINKEDIN_CAMPAIGNS(
            Platform.LINKEDIN,
            "/rest/adAccounts/5#######1/adCampaigns",
            "{\"paging\":{\"start\":0,\"count\":10,\"links\":[]},\"elements\":[",
            "{\"account\":\"urn:li:sponsoredAccount:5#######1\",\"id\":3#######7,\"name\":\"Leads #\",\"status\":\"ACTIVE\","
                    + "\"costType\":\"CPM\",\"unitCost\":{\"amount\":\"1#.50\",\"currencyCode\":\"EUR\"},\"servingStatuses\":[\"RUNNABLE\"],"
                    + "\"runSchedule\":{\"start\":16########000}}",
            "]}"),
    MICROSOFT_CAMPAIGNS(
            Platform.MICROSOFT,
            "/CampaignManagement/v13/Campaigns/QueryByAccountId",
            "{\"Campaigns\":[",
            "{\"Id\":3#######1,\"Name\":\"Search #\",\"Status\":\"Active\",\"BudgetType\":\"DailyBudgetStandard\","
                    + "\"DailyBudget\":##.5,\"TimeZone\":\"BrusselsCopenhagenMadridParis\",\"CampaignType\":\"Search\",\"ExperimentId\":null}",
            "]}"),
    PINTEREST_CAMPAIGNS(
            Platform.PINTEREST,
            "/v5/ad_accounts/5497########/campaigns",
            "{\"items\":[",
            "{\"id\":\"6267########2\",\"ad_account_id\":\"5497########\",\"name\":\"Awareness #\",\"status\":\"ACTIVE\","
                    + "\"daily_spend_cap\":#000000,\"objective_type\":\"AWARENESS\",\"created_time\":16########,\"type\":\"campaign\"}",
            "],\"bookmark\":null}"),
    SNAPCHAT_CAMPAIGNS(
            Platform.SNAPCHAT,
            "/v1/adaccounts/8adc3db7-8148-4fbf-999c-8d2266369d74/campaigns",
            "{\"request_status\":\"SUCCESS\",\"request_id\":\"57affee300ff0d91229fabb9710001\",\"campaigns\":[",
            "{\"sub_request_status\":\"SUCCESS\",\"campaign\":{\"id\":\"92e1c28a-a331-45b4-8c26-fd3e0eea8c3#\","
                    + "\"updated_at\":\"2026-08-1#T05:30:39.869Z\",\"name\":\"Cool #\",\"ad_account_id\":\"8adc3db7-8148-4fbf-999c-8d2266369d74\","
                    + "\"status\":\"PAUSED\",\"daily_budget_micro\":#00000000}}",
            "]}"),
    REDDIT_CAMPAIGNS(
            Platform.REDDIT,
            "/api/v3/ad_accounts/t2_abc/campaigns",
            "{\"data\":[",
            "{\"id\":\"14########\",\"name\":\"Subreddits #\",\"configured_status\":\"ACTIVE\",\"effective_status\":\"ACTIVE\","
                    + "\"objective\":\"CLICKS\",\"created_at\":\"2026-06-0#T17:46:39+00:00\",\"spend_cap\":null,\"is_processing\":false}",
            "],\"pagination\":{\"next_url\":null,\"previous_url\":null}}"),
    X_CAMPAIGNS(
            Platform.X,
            "/12/accounts/18ce54d4x5t/campaigns",
            "{\"request\":{\"params\":{\"account_id\":\"18ce54d4x5t\"}},\"next_cursor\":null,\"data\":[",
            "{\"name\":\"Followers #\",\"budget_optimization\":\"CAMPAIGN\",\"reasons_not_servable\":[],\"servable\":true,"
                    + "\"daily_budget_amount_local_micro\":#000000,\"id\":\"f#j9l\",\"entity_status\":\"ACTIVE\",\"currency\":\"USD\",\"deleted\":false}",
            "]}"),
    AMAZON_PROFILES(
            Platform.AMAZON,
            "/v2/profiles",
            "[",
            "{\"profileId\":3##########,\"countryCode\":\"DE\",\"currencyCode\":\"EUR\",\"dailyBudget\":99999.0,\"timezone\":\"Europe/Paris\","
                    + "\"accountInfo\":{\"marketplaceStringId\":\"A1PA6795UKMFR9\",\"id\":\"A3#####PSX\",\"type\":\"seller\",\"validPaymentMethod\":true}}",
            "]");

    private static final int SIZE = 1_229;
    private static final Pattern DIGIT = Pattern.compile("#");

    private final Platform platform;
    private final String endpoint;
    private final String head;
    private final String item;
    private final String tail;

    HealthyBody(Platform platform, String endpoint, String head, String item, String tail) {
        this.platform = platform;
        this.endpoint = endpoint;
        this.head = head;
        this.item = item;
        this.tail = tail;
    }

    boolean isRecognised() {
        return Diagnostician.bundled().diagnose(answer(), Circumstances.unknown()) instanceof Verdict.Healthy;
    }

    /// Always the same bytes; as many items as come nearest to 1.2 KiB.
    Answer answer() {
        Random random = new Random(ordinal());
        int items = Math.max(1, Math.round((SIZE - head.length() - tail.length()) / (float) (item.length() + 1)));
        String body = head + String.join(",", java.util.Collections.nCopies(items, item)) + tail;
        String filled = DIGIT.matcher(body).replaceAll(digit -> String.valueOf(1 + random.nextInt(9)));
        return new Answer(
                platform,
                Optional.of(DIGIT.matcher(endpoint).replaceAll("7")),
                Optional.of(200),
                Optional.empty(),
                Map.of("content-type", "application/json"),
                filled.getBytes(StandardCharsets.UTF_8));
    }
}
