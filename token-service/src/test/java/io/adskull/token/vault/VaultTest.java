package io.adskull.token.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.adskull.contract.account.ConnectionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final ConnectionId LUMEN = new ConnectionId(UUID.randomUUID());
    private static final Tokens TOKENS =
            new Tokens(new Secret("access-of-lumen"), Optional.of(new Secret("refresh-of-lumen")));

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
        Tokens withoutRefresh = new Tokens(new Secret("ünïcode ✓"), Optional.empty());

        assertThat(vault.open(LUMEN, vault.seal(LUMEN, TOKENS))).isEqualTo(TOKENS);
        assertThat(vault.open(LUMEN, vault.seal(LUMEN, withoutRefresh))).isEqualTo(withoutRefresh);
    }

    @Test
    void aSealedRowHoldsNoReadableToken() throws Exception {
        byte[] sealed = vault(newKeyset()).seal(LUMEN, TOKENS);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("lumen");
    }

    @Test
    void tokensOfOneConnectionDoNotOpenForAnother() throws Exception {
        Vault vault = vault(newKeyset());
        byte[] sealed = vault.seal(LUMEN, TOKENS);

        assertThatThrownBy(() -> vault.open(new ConnectionId(UUID.randomUUID()), sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aChangedRowDoesNotOpen() throws Exception {
        Vault vault = vault(newKeyset());
        byte[] sealed = vault.seal(LUMEN, TOKENS);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(LUMEN, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void afterARotationOldRowsOpenAndNewRowsNeedTheNewKey() throws Exception {
        KeysetHandle before = newKeyset();
        KeysetHandle after = rotated(before);
        byte[] old = vault(before).seal(LUMEN, TOKENS);
        byte[] fresh = vault(after).seal(LUMEN, TOKENS);

        assertThat(vault(after).open(LUMEN, old)).isEqualTo(TOKENS);
        assertThatThrownBy(() -> vault(before).open(LUMEN, fresh)).isInstanceOf(SealBroken.class);
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
        byte[] old = vault.seal(LUMEN, TOKENS);

        write(file, rotated(before));
        vault.readAgain();
        byte[] fresh = vault.seal(LUMEN, TOKENS);
        assertThat(vault.primaryPrefix()).isEqualTo(Arrays.copyOf(fresh, 5)).isNotEqualTo(Arrays.copyOf(old, 5));
        assertThat(vault.open(LUMEN, old)).isEqualTo(TOKENS);

        Files.writeString(file, "{}");
        vault.readAgain();
        assertThat(vault.open(LUMEN, fresh)).isEqualTo(TOKENS);
    }

    @Test
    void whatAnotherReplicaSealedWithTheNextKeyOpensBeforeTheFileIsReadAgain() throws Exception {
        KeysetHandle before = newKeyset();
        KeysetHandle after = rotated(before);
        Path file = write(folder.resolve("shared.json"), before);
        Vault slow = vault(file);

        write(file, after);
        byte[] connection = vault(after).seal(LUMEN, TOKENS);
        byte[] consent = vault(after).seal("state", new Secret("verifier"));

        assertThat(slow.open(LUMEN, connection)).isEqualTo(TOKENS);
        assertThat(slow.open("state", consent)).contains(new Secret("verifier"));
    }

    @Test
    void anEncryptedFileOpensWithTheKeyManagementServiceThatEncryptedIt() throws Exception {
        KeysetHandle keys = newKeyset();
        Path file = Files.writeString(
                folder.resolve("encrypted.json"),
                TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, TestKms.KEY, new byte[0]));
        Vault vault = new Vault(new KeysetFile(file, Optional.of("test-kms://right")));

        assertThat(vault(keys).open(LUMEN, vault.seal(LUMEN, TOKENS))).isEqualTo(TOKENS);
        assertThatThrownBy(() -> new Vault(new KeysetFile(file, Optional.of("test-kms://wrong"))))
                .hasMessageContaining("does not open with adskull.vault.kms-key-uri=test-kms://wrong");
        assertThatThrownBy(() -> new Vault(new KeysetFile(file, Optional.of("aws-kms://arn"))))
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
        return new Vault(new KeysetFile(file, Optional.empty()));
    }
}
