package io.adskull.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String LUMEN = "destination of lumen";
    private static final Secret HOOK = new Secret("hook-of-lumen ünïcode ✓");

    private final Path folder;

    VaultTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void registerAead() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @Test
    void whatWasSealedOpensAgain() throws Exception {
        Vault vault = vault(newKeyset());

        assertThat(vault.openSecret(LUMEN, vault.seal(LUMEN, HOOK))).contains(HOOK);
    }

    @Test
    void aSealedRowHoldsNoReadableSecret() throws Exception {
        byte[] sealed = vault(newKeyset()).seal(LUMEN, HOOK);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("lumen");
    }

    @Test
    void whatWasSealedInOneContextDoesNotOpenInAnother() throws Exception {
        Vault vault = vault(newKeyset());
        byte[] sealed = vault.seal(LUMEN, HOOK);

        assertThat(vault.openSecret("destination of another", sealed)).isEmpty();
    }

    @Test
    void aChangedRowDoesNotOpen() throws Exception {
        Vault vault = vault(newKeyset());
        byte[] sealed = vault.seal(LUMEN, HOOK);
        sealed[sealed.length - 1] ^= 1;

        assertThat(vault.openSecret(LUMEN, sealed)).isEmpty();
    }

    @Test
    void afterARotationOldRowsOpenAndNewRowsNeedTheNewKey() throws Exception {
        KeysetHandle before = newKeyset();
        KeysetHandle after = rotated(before);
        byte[] old = vault(before).seal(LUMEN, HOOK);
        byte[] fresh = vault(after).seal(LUMEN, HOOK);

        assertThat(vault(after).openSecret(LUMEN, old)).contains(HOOK);
        assertThat(vault(before).openSecret(LUMEN, fresh)).isEmpty();
    }

    @Test
    void aFileThatIsNoKeysetIsNamedAtStartButNotQuoted() throws Exception {
        Path file = Files.writeString(folder.resolve("keyset.json"), "{\"primaryKeyId\": \"oops-secret\"}");

        assertThatThrownBy(() -> vault(file))
                .hasMessageContaining("adskull.vault.keyset-file")
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("oops-secret");
        assertThatThrownBy(() -> vault(folder.resolve("nowhere.json"))).hasMessageContaining("cannot be read");
    }

    @Test
    void aChangedFileIsInUseWithoutARestartAndABrokenOneChangesNothing() throws Exception {
        KeysetHandle before = newKeyset();
        Path file = write(folder.resolve("mounted.json"), before);
        Vault vault = vault(file);
        byte[] old = vault.seal(LUMEN, HOOK);

        write(file, rotated(before));
        vault.readAgain();
        byte[] fresh = vault.seal(LUMEN, HOOK);
        assertThat(vault.primaryPrefix()).isEqualTo(Arrays.copyOf(fresh, 5)).isNotEqualTo(Arrays.copyOf(old, 5));
        assertThat(vault.openSecret(LUMEN, old)).contains(HOOK);

        Files.writeString(file, "{}");
        vault.readAgain();
        assertThat(vault.openSecret(LUMEN, fresh)).contains(HOOK);
    }

    @Test
    void whatAnotherReplicaSealedWithTheNextKeyOpensBeforeTheFileIsReadAgain() throws Exception {
        KeysetHandle before = newKeyset();
        KeysetHandle after = rotated(before);
        Path file = write(folder.resolve("shared.json"), before);
        Vault slow = vault(file);

        write(file, after);
        byte[] connection = vault(after).seal(LUMEN, HOOK);
        byte[] consent = vault(after).seal("state", new Secret("verifier"));

        assertThat(slow.openSecret(LUMEN, connection)).contains(HOOK);
        assertThat(slow.openSecret("state", consent)).contains(new Secret("verifier"));
    }

    @Test
    void anEncryptedFileOpensWithTheKeyManagementServiceThatEncryptedIt() throws Exception {
        KeysetHandle keys = newKeyset();
        Path file = Files.writeString(
                folder.resolve("encrypted.json"),
                TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, TestKms.KEY, new byte[0]));
        Vault vault = new Vault(file, Optional.of("test-kms://right"));

        assertThat(vault(keys).openSecret(LUMEN, vault.seal(LUMEN, HOOK))).contains(HOOK);
        assertThatThrownBy(() -> new Vault(file, Optional.of("test-kms://wrong")))
                .hasMessageContaining("does not open with adskull.vault.kms-key-uri=test-kms://wrong");
        assertThatThrownBy(() -> new Vault(file, Optional.of("aws-kms://arn")))
                .hasMessageContaining("no Tink client is on the class path");
        assertThatThrownBy(() -> vault(file)).hasMessageContaining("one that is encrypted needs");
    }

    private static KeysetHandle rotated(KeysetHandle before) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    private static KeysetHandle newKeyset() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    private Vault vault(KeysetHandle keys) throws GeneralSecurityException, IOException {
        Path file = Files.createTempFile(folder, "keyset", ".json");
        return vault(write(file, keys));
    }

    private static Path write(Path file, KeysetHandle keys) throws GeneralSecurityException, IOException {
        return Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }

    private static Vault vault(Path file) {
        return new Vault(file, Optional.empty());
    }
}
