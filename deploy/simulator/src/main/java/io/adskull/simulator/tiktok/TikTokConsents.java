package io.adskull.simulator.tiktok;

import io.adskull.simulator.control.Consents;
import io.adskull.simulator.control.Counts;
import io.adskull.simulator.control.Whose;
import io.adskull.simulator.tiktok.demo.Profile;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/// Consents of both of TikTok's token systems. Only the owner of a TikTok account has an id of their own.
@Singleton
final class TikTokConsents implements Consents {
    private final Grants grants;
    private final World world;
    private final Counts counts = new Counts();

    TikTokConsents(Grants grants, World world) {
        this.grants = grants;
        this.world = world;
    }

    @Override
    public String name() {
        return TikTokPlatform.NAME;
    }

    @Override
    public void withdraw(Whose whose) {
        grants.withdraw(fits(whose));
    }

    @Override
    public void narrow(Whose whose, List<String> scopes) {
        grants.narrow(fits(whose), scopes);
    }

    @Override
    public Counts counts() {
        return counts;
    }

    private Predicate<Grant> fits(Whose whose) {
        return grant -> world.login(grant.login())
                .filter(login -> whose.fits(
                        login.login(), login.tikTokAccount().map(Profile::openId), new Caller(grant, login)::reaches))
                .isPresent();
    }
}
