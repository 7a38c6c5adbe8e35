package io.adskull.token.reseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.adskull.contract.account.ConnectionId;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.vault.TokenVault;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import io.adskull.vault.Vault;
import io.adskull.vault.VaultSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class ResealServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final ResealOldRows reseal;
    private final TokenVault vault;
    private final Vault keys;
    private final VaultSettings settings;
    private final EntityManager entities;

    @Inject
    ResealServiceTest(
            ResealOldRows reseal, TokenVault vault, Vault keys, VaultSettings settings, EntityManager entities) {
        this.reseal = reseal;
        this.vault = vault;
        this.keys = keys;
        this.settings = settings;
        this.entities = entities;
    }

    @Test
    void whatAnOldKeySealedIsSealedAnewAndNothingElseOfTheRowChanges(@TempDir Path folder) throws Exception {
        tikTok.agency("rs1", "sealed-access", "Sealed Agency", 7_900_000_000_000_000_001L, "Only");
        String connection = ann.connects("advertiser", "rs1");
        var id = ConnectionId.parse(connection);
        byte[] underOldKey = oldVault(folder).seal(id, new Tokens(new Secret("sealed-access"), Optional.empty()));
        long generation = store(connection, underOldKey);

        reseal.reseal();

        byte[] now = sealed(connection);
        assertThat(Arrays.copyOf(now, 5)).isEqualTo(vault.primaryPrefix()).isNotEqualTo(Arrays.copyOf(underOldKey, 5));
        assertThat(generation(connection)).isEqualTo(generation);
        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("sealed-access"));
    }

    @Test
    void rowsThatNoKeyOpensDoNotHoldUpTheOthers(@TempDir Path folder) throws Exception {
        tikTok.agency("rs2", "later-access", "Last Agency", 7_900_000_000_000_000_002L, "Only");
        String connection = ann.connects("advertiser", "rs2");
        byte[] underOldKey = oldVault(folder)
                .seal(ConnectionId.parse(connection), new Tokens(new Secret("later-access"), Optional.empty()));
        store(connection, underOldKey);
        unreadableRows(60);

        reseal.reseal();

        assertThat(Arrays.copyOf(sealed(connection), 5)).isEqualTo(vault.primaryPrefix());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from connection where tenant = 'unreadable'")
                        .executeUpdate());
    }

    /// With the lowest ids there are.
    private void unreadableRows(int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 1; i <= count; i++) {
                entities.createNativeQuery("""
                                insert into connection (id, tenant, platform, kind, identity, business_name,
                                    granted_scopes, state, sealed_tokens, generation, connected_at, issued_at)
                                values (cast(:id as uuid), 'unreadable', 'tiktok', 'advertiser', :identity, 'Nobody',
                                    '{}', 'CONNECTED', :sealed, 1, now(), now())
                                """)
                        .setParameter("id", new UUID(0, i).toString())
                        .setParameter("identity", "unreadable-" + i)
                        .setParameter("sealed", "garbage".getBytes(StandardCharsets.UTF_8))
                        .executeUpdate();
            }
        });
    }

    /// The same key set with one of its keys, which is not the primary one there, in front.
    private TokenVault oldVault(Path folder) throws Exception {
        KeysetHandle present = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(settings.keysetFile()), InsecureSecretKeyAccess.get());
        KeysetHandle.Builder old = KeysetHandle.newBuilder(present);
        old.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        KeysetHandle withOld = old.build();
        Path file = Files.writeString(
                folder.resolve("old.json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(withOld, InsecureSecretKeyAccess.get()));
        KeysetHandle.Builder rotated = KeysetHandle.newBuilder(withOld);
        rotated.getAt(0).makePrimary();
        Files.writeString(
                settings.keysetFile(),
                TinkJsonProtoKeysetFormat.serializeKeyset(rotated.build(), InsecureSecretKeyAccess.get()));
        keys.readAgain();
        return new TokenVault(new Vault(file, Optional.empty()));
    }

    private long store(String connection, byte[] sealed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("update connection set sealed_tokens = :sealed where id = cast(:id as uuid)")
                    .setParameter("sealed", sealed)
                    .setParameter("id", connection)
                    .executeUpdate();
            return generation(connection);
        });
    }

    private byte[] sealed(String connection) {
        return QuarkusTransaction.requiringNew().call(() -> (byte[]) entities.createNativeQuery(
                        "select sealed_tokens from connection where id = cast(:id as uuid)", byte[].class)
                .setParameter("id", connection)
                .getSingleResult());
    }

    private long generation(String connection) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number)
                        entities.createNativeQuery("select generation from connection where id = cast(:id as uuid)")
                                .setParameter("id", connection)
                                .getSingleResult())
                .longValue());
    }
}
