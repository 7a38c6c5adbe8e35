package io.adskull.simulator.tiktok.demo;

/// One TikTok account (the second authorisation system).
public record Profile(String openId, String username, String displayName, int followers) {}
