package io.adskull.token.vault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

@ConfigMapping(prefix = "adskull.vault")
public interface VaultSettings {
    /// Tink key set for AES256_GCM in cleartext JSON, from a mounted secret. Its primary key seals, all its keys
    /// open.
    Path keysetFile();
}
