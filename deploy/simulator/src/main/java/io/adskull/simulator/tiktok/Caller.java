package io.adskull.simulator.tiktok;

import io.adskull.simulator.tiktok.demo.Advertiser;
import io.adskull.simulator.tiktok.demo.Login;
import io.adskull.simulator.tiktok.grant.Grant;
import java.util.List;
import java.util.Optional;

/// The person behind a living token, and what they let us reach.
public record Caller(Grant grant, Login login) {
    public boolean reaches(String account) {
        return login.byId().containsKey(account)
                        && (grant.accounts() == null || grant.accounts().contains(account))
                || login.tikTokAccount()
                        .filter(profile -> profile.openId().equals(account))
                        .isPresent()
                || account.equals(login.bcId());
    }

    public Optional<Advertiser> advertiser(String id) {
        return reaches(id) ? Optional.ofNullable(login.byId().get(id)) : Optional.empty();
    }

    public List<Advertiser> advertisers() {
        return login.advertisers().stream()
                .filter(advertiser ->
                        grant.accounts() == null || grant.accounts().contains(advertiser.id()))
                .toList();
    }

    /// The one account of a token that has only one.
    public Optional<String> soleAccount() {
        if (login.tikTokAccount().isPresent()) {
            return login.tikTokAccount().map(profile -> profile.openId());
        }
        List<String> ticked = grant.accounts();
        if (ticked != null) {
            return ticked.size() == 1 ? Optional.of(ticked.getFirst()) : Optional.empty();
        }
        return login.byId().size() == 1
                ? Optional.of(login.byId().keySet().iterator().next())
                : Optional.empty();
    }

    public boolean granted(String scope) {
        return grant.scopes() == null || grant.scopes().contains(scope);
    }
}
