package io.adskull.local.demo;

/// Somebody who owns ad accounts in the simulated world.
///
/// @param login what they type on the platform's consent page
/// @param kind which of TikTok's two token systems the connection belongs to
/// @param businessName what the connection is called once it exists
enum DemoLogin {
    NORTHWIND("northwind", "advertiser", "Northwind Agency"),
    CONTOSO("contoso", "advertiser", "Contoso Media"),
    LUMEN("lumen", "tiktok-account", "Lumen Studio");

    private final String login;
    private final String kind;
    private final String businessName;

    DemoLogin(String login, String kind, String businessName) {
        this.login = login;
        this.kind = kind;
        this.businessName = businessName;
    }

    String login() {
        return login;
    }

    String kind() {
        return kind;
    }

    String businessName() {
        return businessName;
    }
}
