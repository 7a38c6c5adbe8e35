package io.adskull.poller.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.poller.Accounts;
import io.adskull.poller.http.PlatformRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Placeholders VALUES =
            Placeholders.of(Accounts.key("7012"), Instant.parse("2026-03-01T00:30:00Z"));

    @Test
    void aQueryIsFilledAndEncoded() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("advertiser_ids", "[\"{accountId}\"]");
        query.put("start_date", "{yesterday}");
        query.put("end_date", "{today}");
        Probe probe = new Probe(
                Resource.ACCOUNT,
                "GET",
                Optional.empty(),
                "/open_api/v1.3/advertiser/info/",
                new Query.Parameters(query),
                Optional.empty());

        assertThat(probe.request(VALUES).at(URI.create("https://api.example.com/")))
                .hasToString("https://api.example.com/open_api/v1.3/advertiser/info/"
                        + "?advertiser_ids=%5B%227012%22%5D&start_date=2026-02-28&end_date=2026-03-01");
    }

    @Test
    void aBodyIsFilledAndItsOwnBracesStay() {
        Probe probe = new Probe(
                Resource.REPORTING,
                "POST",
                Optional.empty(),
                "/report/",
                Query.NONE,
                Optional.of(new Probe.Body("{\"id\":\"{accountId}\",\"of\":{}}", "application/json")));

        assertThat(probe.request(VALUES).body())
                .contains(new PlatformRequest.Body("{\"id\":\"7012\",\"of\":{}}", "application/json"));
    }

    @Test
    void aPathNamesTheAccountAndAnEncodedQueryStaysAsItIs() {
        Probe probe = new Probe(
                Resource.REPORTING,
                "GET",
                Optional.empty(),
                "/accounts/{accountId}/stats",
                new Query.Encoded(
                        "on=(year:{yesterday:yyyy},month:{yesterday:M},day:{yesterday:d})&of=List(a%3A{accountId})"),
                Optional.empty());

        assertThat(probe.request(VALUES).at(URI.create("https://api.example.com")))
                .hasToString("https://api.example.com/accounts/7012/stats"
                        + "?on=(year:2026,month:2,day:28)&of=List(a%3A7012)");
    }
}
