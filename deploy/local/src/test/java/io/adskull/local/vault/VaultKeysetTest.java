package io.adskull.local.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeysetTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theKeySetSealsAndOnlyItsOwnerReadsIt() throws Exception {
        Path file = folder.resolve("keyset.json");

        VaultKeyset.createIfMissing(file);

        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] sealed = aead.encrypt(new byte[] {1}, new byte[0]);
        assertThat(aead.decrypt(sealed, new byte[0])).containsExactly(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anExistingKeySetIsNeverReplaced() throws Exception {
        Path file = folder.resolve("keyset.json");
        VaultKeyset.createIfMissing(file);
        String before = Files.readString(file);

        VaultKeyset.createIfMissing(file);

        assertThat(Files.readString(file)).isEqualTo(before);
    }
}
