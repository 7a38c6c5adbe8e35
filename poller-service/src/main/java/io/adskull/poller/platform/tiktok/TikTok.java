package io.adskull.poller.platform.tiktok;

import io.adskull.contract.account.Platform;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.platform.AdPlatform;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/// TikTok's Business API, for both of its token systems: one host, one header, which takes no `Bearer`.
@ApplicationScoped
class TikTok implements AdPlatform {
    private final TikTokAddress address;
    private final TikTokBudget budget;

    TikTok(TikTokAddress address, TikTokBudget budget) {
        this.address = address;
        this.budget = budget;
        if (budget.qps() < 1) {
            throw new IllegalArgumentException(
                    "adskull.poll.tiktok.qps is " + budget.qps() + ", it must be 1 or more calls a second");
        }
    }

    @Override
    public Platform platform() {
        return Platform.TIKTOK;
    }

    @Override
    public URI baseUrl() {
        return address.apiUrl();
    }

    @Override
    public Map<String, String> authorisation(AccessToken token) {
        return Map.of("Access-Token", token.value());
    }

    @Override
    public int callsPerSecond() {
        return budget.qps();
    }
}
