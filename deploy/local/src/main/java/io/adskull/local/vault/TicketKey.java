package io.adskull.local.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The key that signs connect and reconnect links of this machine: made once, readable by its owner only.
public final class TicketKey {
    private static final int BYTES = 48;

    private TicketKey() {}

    public static void createIfMissing(Path file) throws IOException {
        OwnersFile.createIfMissing(file, TicketKey::generate);
    }

    private static String generate() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }
}
