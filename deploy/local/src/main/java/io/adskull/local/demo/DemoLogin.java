package io.adskull.local.demo;

/// Somebody who owns ad accounts in the simulated world.
///
/// @param login what they type on the platform's consent page
/// @param kind which of TikTok's two token systems the connection belongs to
/// @param account one that they own; the connection that has it is theirs
enum DemoLogin {
    NORTHWIND("northwind", "advertiser", "7012345678901234501"),
    CONTOSO("contoso", "advertiser", "7012345678901234507"),
    LUMEN("lumen", "tiktok-account", "_000LumenStudioOpenId8");

    private final String login;
    private final String kind;
    private final String account;

    DemoLogin(String login, String kind, String account) {
        this.login = login;
        this.kind = kind;
        this.account = account;
    }

    String login() {
        return login;
    }

    String kind() {
        return kind;
    }

    String account() {
        return account;
    }
}
