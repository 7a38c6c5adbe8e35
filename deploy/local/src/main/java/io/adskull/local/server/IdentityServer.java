package io.adskull.local.server;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.Callable;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// An OpenID provider that believes every name and every secret; signing keys are the same after a restart.
@Command(name = "identity", description = "An OpenID provider on this machine, for this machine only.")
public final class IdentityServer implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    public static void main(String[] arguments) {
        ServerProcess.run(new IdentityServer(), arguments);
    }

    @Override
    public Integer call() throws Exception {
        var config = new OAuth2Config(
                true, null, null, false, new OAuth2TokenProvider(), Set.of(new LocalClaims()), new NettyWrapper());
        var server = new MockOAuth2Server(config);
        server.start(InetAddress.getByName("localhost"), port);
        ServerProcess.closeAtExit("identity", server::shutdown);
        ServerProcess.say("Identity provider: http://localhost:" + port + "/" + LocalClaims.ISSUER);
        ServerProcess.awaitStop();
        return 0;
    }
}
