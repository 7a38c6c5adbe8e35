package io.adskull.poller.http;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Why no answer came, in the words of the contract.
public enum TransportFailure {
    TIMEOUT,
    CONNECTION_REFUSED,
    DNS,
    TLS,
    OTHER;

    /// As `ApiResponse` writes it, such as `connection-refused`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What happened may be wrapped, so the chain of causes is searched for the most telling one.
    static TransportFailure of(Throwable failure) {
        boolean refused = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectTimeoutException _, TimeoutException _ -> {
                    return TIMEOUT;
                }
                case UnresolvedAddressException _, UnknownHostException _ -> {
                    return DNS;
                }
                case SSLException _ -> {
                    return TLS;
                }
                case ConnectException _, NoRouteToHostException _ -> refused = true;
                default -> {}
            }
        }
        return refused ? CONNECTION_REFUSED : OTHER;
    }
}
