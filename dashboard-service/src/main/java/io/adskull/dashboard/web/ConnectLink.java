package io.adskull.dashboard.web;

import io.adskull.contract.account.Platform;
import java.util.List;

/// One way to connect something.
///
/// @param label what a person connects
public record ConnectLink(String label, String url) {

    /// In the order of platforms; none for whoever may not connect.
    public static List<ConnectLink> all(Links links) {
        if (!links.mayConnect()) {
            return List.of();
        }
        return List.of(
                new ConnectLink("TikTok ad accounts", links.connect(Platform.TIKTOK, "advertiser")),
                new ConnectLink("TikTok profile", links.connect(Platform.TIKTOK, "tiktok-account")),
                new ConnectLink("Meta", links.connect(Platform.META, "user")),
                new ConnectLink("Meta (system user)", links.connect(Platform.META, "system-user")),
                new ConnectLink("Google Ads", links.connect(Platform.GOOGLE, "advertiser")),
                new ConnectLink("LinkedIn", links.connect(Platform.LINKEDIN, "advertiser")),
                new ConnectLink("Microsoft Advertising", links.connect(Platform.MICROSOFT, "advertiser")),
                new ConnectLink("Pinterest", links.connect(Platform.PINTEREST, "advertiser")),
                new ConnectLink("Snapchat", links.connect(Platform.SNAPCHAT, "advertiser")),
                new ConnectLink("Reddit", links.connect(Platform.REDDIT, "advertiser")),
                new ConnectLink("X Ads", links.connect(Platform.X, "advertiser")),
                new ConnectLink("Amazon Ads", links.connect(Platform.AMAZON, "advertiser")));
    }
}
