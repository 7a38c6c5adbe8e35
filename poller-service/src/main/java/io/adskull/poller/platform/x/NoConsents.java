package io.adskull.poller.platform.x;

import com.github.scribejava.core.builder.api.DefaultApi10a;

/// The library asks for addresses of consents, which nobody gives here.
final class NoConsents extends DefaultApi10a {
    @Override
    public String getRequestTokenEndpoint() {
        return "";
    }

    @Override
    public String getAccessTokenEndpoint() {
        return "";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return "";
    }
}
