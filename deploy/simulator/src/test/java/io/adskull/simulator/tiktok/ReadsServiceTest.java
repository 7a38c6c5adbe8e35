package io.adskull.simulator.tiktok;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReadsServiceTest {
    private static final String SNEAKERS = "7012345678901234501";
    private static final String KIDS = "7012345678901234503";
    private static final String BUSINESS_CENTER = "7012345678901230001";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /campaign/get/             | list                | campaign_id           |
            /adgroup/get/              | list                | adgroup_id            |
            /ad/get/                   | list                | ad_id                 |
            /optimizer/rule/list/      | list                | rule_id               |
            /dmp/custom_audience/list/ | list                | audience_id           |
            /pixel/list/               | pixels              | pixel_code            |
            /file/image/ad/search/     | list                | image_id              |
            /file/video/ad/search/     | list                | video_id              |
            /creative/portfolio/list/  | creative_portfolios | creative_portfolio_id |
            /identity/get/             | identity_list       | identity_id           |
            /catalog/get/              | list                | catalog_id            |
            /comment/list/             | comments            | comment_id            | start_time=2026-01-01&end_time=2026-01-02&search_field=AD_ID&search_value=1
            /page/get/                 | list                | page_id               | business_type=LEAD_GEN
            /tool/timezone/            | list                | timezone              |
            /gmv_max/store/list/       | store_list          | store_id              |
            /gmv_max/campaign/get/     | list                | campaign_id           | filtering={}
            /bc/get/                   | list                | bc_info               |
            /bc/asset/get/             | list                | asset_id              | asset_type=ADVERTISER
            /bc/asset/member/get/      | list                | user_id               | asset_type=ADVERTISER&asset_id=7012345678901234501
            /bc/asset/partner/get/     | list                | bc_name               | asset_type=ADVERTISER&asset_id=7012345678901234501
            /bc/asset/admin/get/       | list                | asset_id              | asset_type=CATALOG
            /bc/member/get/            | list                | user_id               |
            /bc/partner/get/           | list                | partner_id            |
            /bc/partner/asset/get/     | list                | asset_id              | partner_id=1&asset_type=ADVERTISER&share_type=SHARED
            """)
    void everyListHasItsDocumentedShape(String path, String list, String id, String more) {
        JsonPath answer = TikTokUser.get(TikTokUser.tokenOf("northwind"), path, parameters(more))
                .jsonPath();

        assertThat(answer.getInt("code")).isZero();
        assertThat(answer.getString("message")).isEqualTo("OK");
        assertThat(answer.getList("data." + list + "." + id)).isNotEmpty().doesNotContainNull();
        assertThat(answer.getMap("data.page_info"))
                .containsOnlyKeys("page", "page_size", "total_number", "total_page")
                .containsEntry("page", 1);
        assertThat(answer.prettify()).doesNotContain("{id").doesNotContain("<<").doesNotContain("{name");
    }

    @Test
    void headersAndRequestIdLookLikeTikToks() {
        Response answer = TikTokUser.get(TikTokUser.tokenOf("northwind"), "/user/info/", Map.of());

        answer.then()
                .statusCode(200)
                .body("request_id", matchesRegex("20[0-9]{12}[0-9A-F]{20}"))
                .header("X-Tt-Logid", equalTo(answer.jsonPath().getString("request_id")))
                .header("x-tt-trace-id", matchesRegex("00-[0-9a-f]{20}"));
        assertThat(answer.jsonPath().getMap("data"))
                .containsOnlyKeys("display_name", "email", "core_user_id", "create_time", "avatar_url")
                .containsEntry("email", "n***@northwind.example");
    }

    @Test
    void theReportAnswersTheAskedMetricsAsTexts() {
        Map<String, String> query = new HashMap<>(Map.of(
                "advertiser_id", SNEAKERS,
                "report_type", "BASIC",
                "data_level", "AUCTION_ADVERTISER",
                "dimensions", "[\"advertiser_id\"]",
                "metrics", "[\"spend\"]",
                "start_date", "2026-11-01",
                "end_date", "2026-11-02"));
        String token = TikTokUser.tokenOf("northwind");

        JsonPath answer =
                TikTokUser.get(token, "/report/integrated/get/", query).jsonPath();
        assertThat(answer.getString("data.list[0].metrics.spend")).matches("[0-9]+\\.[0-9]{2}");
        assertThat(answer.<Object>get("data.list[0].metrics.spend")).isInstanceOf(String.class);

        query.put("dimensions", "[\"stat_time_day\"]");
        query.put("start_date", "2026-01-01");
        assertThat(TikTokUser.get(token, "/report/integrated/get/", query)
                        .jsonPath()
                        .getString("message"))
                .isEqualTo("max time span is 30 days when use stat_time_day");
        query.remove("report_type");
        assertThat(TikTokUser.get(token, "/report/integrated/get/", query)
                        .jsonPath()
                        .getString("message"))
                .isEqualTo("report_type: Missing data for required field.");
    }

    @Test
    void oneForbiddenAccountFailsTheWholeBatchAndASuspensionShowsOnlyInItsStatus() {
        String token = TikTokUser.tokenOf("northwind");

        JsonPath suspended = info(token, "[\"7012345678901234505\",\"7012345678901234501\"]");
        assertThat(suspended.getInt("code")).isZero();
        assertThat(suspended.getList("data.list.status")).containsExactly("STATUS_LIMIT", "STATUS_ENABLE");
        assertThat(suspended.getString("data.list[0].rejection_reason")).contains("suspended");
        assertThat(info(token, "[\"7012345678901234501\",\"42\"]").getInt("code"))
                .isEqualTo(40001);
        assertThat(info(token, "7012345678901234501x").getString("message"))
                .isEqualTo("advertiser_ids: Not a valid list.");
    }

    @Test
    void theKidsAccountLacksOnlyAutomatedRules() {
        String token = TikTokUser.tokenOf("northwind");

        JsonPath rules = TikTokUser.get(token, "/optimizer/rule/list/", Map.of("advertiser_id", KIDS))
                .jsonPath();

        assertThat(rules.getInt("code")).isEqualTo(40001);
        assertThat(rules.getString("message")).isEqualTo("No permission to operate advertiser: " + KIDS);
        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", KIDS)))
                .isZero();
    }

    @Test
    void theHomeAccountIsRateLimitedForAWhileThenHeals() {
        String token = TikTokUser.tokenOf("northwind");
        Map<String, String> home = Map.of("advertiser_id", "7012345678901234504");

        assertThat(TikTokUser.code(token, "/campaign/get/", home)).isEqualTo(40133);
        for (int i = 0; i < 11; i++) {
            TikTokUser.code(token, "/ad/get/", home);
        }
        assertThat(TikTokUser.code(token, "/campaign/get/", home)).isZero();
    }

    @Test
    void whatMissesTheApiGetsPlainText() {
        for (String path : new String[] {"/campaign/get", "/nothing/get/"}) {
            given().header("Access-Token", "x")
                    .get(TikTokUser.API + path)
                    .then()
                    .statusCode(404)
                    .body(equalTo("404 page not found"));
        }
        given().get("/open_api/v1.2/campaign/get/").then().statusCode(404).body(equalTo("404 page not found"));
    }

    @Test
    void tokensAreRefusedInTikToksWords() {
        given().get(TikTokUser.API + "/user/info/").then().statusCode(200).body("code", equalTo(40104));
        assertThat(TikTokUser.code("wrong", "/user/info/", Map.of())).isEqualTo(40105);
        assertThat(TikTokUser.code(TikTokUser.tokenOf("northwind") + "0", "/user/info/", Map.of()))
                .isEqualTo(40105);
    }

    @Test
    void parametersAreCheckedInTikToksWords() {
        String token = TikTokUser.tokenOf("northwind");

        assertThat(message(token, "/pixel/list/", Map.of()))
                .isEqualTo("advertiser_id: Missing data for required field.");
        assertThat(message(token, "/pixel/list/", Map.of("advertiser_id", SNEAKERS, "page_size", "50")))
                .isEqualTo("page_size: Must be between 1 and 20.");
        assertThat(message(token, "/term/check/", Map.of("advertiser_id", SNEAKERS, "term_type", "Any")))
                .isEqualTo("term_type: Must be one of: InstantPage, LeadAds, Pixel, ReachFrequency.");
        assertThat(message(token, "/pixel/list/", Map.of("advertiser_id", "42")))
                .isEqualTo("No permission to operate advertiser: 42");
        assertThat(given().header("Access-Token", token)
                        .post(TikTokUser.API + "/campaign/get/")
                        .jsonPath()
                        .getString("message"))
                .contains("/campaign/get/(method=POST)");
    }

    @Test
    void aForeignBusinessCenterIsRefusedButAForeignCatalogOwnerIsJustEmpty() {
        String token = TikTokUser.tokenOf("northwind");

        assertThat(TikTokUser.code(token, "/bc/member/get/", Map.of("bc_id", "1")))
                .isEqualTo(40001);
        assertThat(TikTokUser.get(token, "/catalog/get/", Map.of("bc_id", SNEAKERS))
                        .jsonPath()
                        .getList("data.list"))
                .isEmpty();
    }

    private static Map<String, String> parameters(String more) {
        Map<String, String> parameters = new HashMap<>(Map.of("advertiser_id", SNEAKERS, "bc_id", BUSINESS_CENTER));
        if (more != null) {
            for (String pair : more.split("&")) {
                parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return parameters;
    }

    private static JsonPath info(String token, String ids) {
        return TikTokUser.get(token, "/advertiser/info/", Map.of("advertiser_ids", ids))
                .jsonPath();
    }

    private static String message(String token, String path, Map<String, String> parameters) {
        return TikTokUser.get(token, path, parameters).jsonPath().getString("message");
    }
}
