package io.adskull.token.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.adskull.contract.account.ConnectionId;
import io.adskull.vault.Secret;
import io.adskull.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVaultTest {
    private static final ConnectionId LUMEN = new ConnectionId(UUID.randomUUID());

    private final TokenVault vault;

    TokenVaultTest(@TempDir Path folder) throws Exception {
        AeadConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Path file = Files.writeString(
                folder.resolve("keyset.json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        this.vault = new TokenVault(new Vault(file, Optional.empty()));
    }

    @Test
    void whatWasSealedOpensAgain() {
        Tokens both = new Tokens(new Secret("access-of-lumen"), Optional.of(new Secret("refresh-of-lumen")));
        Tokens withoutRefresh = new Tokens(new Secret("access-of-lumen"), Optional.empty());

        assertThat(vault.open(LUMEN, vault.seal(LUMEN, both))).isEqualTo(both);
        assertThat(vault.open(LUMEN, vault.seal(LUMEN, withoutRefresh))).isEqualTo(withoutRefresh);
    }

    @Test
    void tokensOfOneConnectionDoNotOpenForAnother() {
        byte[] sealed = vault.seal(LUMEN, new Tokens(new Secret("access-of-lumen"), Optional.empty()));

        assertThatThrownBy(() -> vault.open(new ConnectionId(UUID.randomUUID()), sealed))
                .isInstanceOf(SealBroken.class);
    }
}
