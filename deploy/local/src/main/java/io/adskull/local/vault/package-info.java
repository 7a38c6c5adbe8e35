/// The key that the local token vault is sealed with.
@NullMarked
package io.adskull.local.vault;

import org.jspecify.annotations.NullMarked;
