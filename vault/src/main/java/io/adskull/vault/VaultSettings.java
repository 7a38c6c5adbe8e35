package io.adskull.vault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Where the key set of this service is.
@ConfigMapping(prefix = "adskull.vault")
public interface VaultSettings {
    /// Tink key set for AES256_GCM in JSON, from a mounted secret: its primary key seals, all its keys open. It is read
    /// again when it changes.
    Path keysetFile();

    /// The key of a key management service with which the file is encrypted, such as `aws-kms://arn:…`. Without it the
    /// file is in cleartext. Tink's client of that service must be on the class path.
    Optional<String> kmsKeyUri();
}
