package io.adskull.local.token;

import io.adskull.local.component.Ports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Prints a bearer token of the local identity provider.")
public final class Token implements Callable<Integer> {

    @Option(names = "--user", paramLabel = "NAME", description = "Whose token; any name will do.")
    private String user = "demo-user";

    @Override
    public Integer call() throws InterruptedException {
        System.out.println(new LocalIdentity(Ports.from(System.getenv())).tokenOf(user));
        return 0;
    }
}
