package io.adskull.simulator.tiktok.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who can grant access: a TikTok for Business user with ad accounts, or the owner of a TikTok account.
///
/// @param withdraws whether the authorisation is withdrawn shortly after it was granted
public record Login(
        String login,
        String business,
        String person,
        String email,
        @Nullable String bcId,
        boolean withdraws,
        @Nullable Profile profile,
        Map<String, Advertiser> byId) {

    static Login of(Described described) {
        Map<String, Advertiser> byId = new LinkedHashMap<>();
        if (described.advertisers != null) {
            described.advertisers.forEach(advertiser -> byId.put(advertiser.id(), advertiser));
        }
        return new Login(
                described.login,
                described.business,
                described.person,
                described.email,
                described.bcId,
                described.withdraws,
                described.profile,
                byId);
    }

    public List<Advertiser> advertisers() {
        return List.copyOf(byId.values());
    }

    public Optional<Profile> tikTokAccount() {
        return Optional.ofNullable(profile);
    }

    /// One entry of `world.yaml`.
    record Described(
            String login,
            String business,
            String person,
            String email,
            @Nullable String bcId,
            boolean withdraws,
            @Nullable Profile profile,
            @Nullable List<Advertiser> advertisers) {}
}
